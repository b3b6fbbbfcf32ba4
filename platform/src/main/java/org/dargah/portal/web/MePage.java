package org.dargah.portal.web;

import org.dargah.ui.DataTable;
import org.dargah.ui.Pager;
import org.jspecify.annotations.Nullable;

/**
 * A citizen's own page.
 *
 * @param looks who read the citizen's data, newest first; null when nobody did
 * @param passkeys the citizen's own; null when there are none
 * @param consents how many wishes wait for the citizen's answer
 */
public record MePage(
        String name,
        @Nullable DataTable looks,
        Pager pager,
        @Nullable DataTable passkeys,
        int consents) {}
