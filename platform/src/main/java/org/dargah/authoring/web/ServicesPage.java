package org.dargah.authoring.web;

import org.dargah.ui.DataTable;
import org.dargah.ui.Pager;
import org.jspecify.annotations.Nullable;

/**
 * The services of an agency and the drafts on their way.
 *
 * @param drafts null when there is none
 * @param services null when there is none
 * @param ended true when the drafts are those whose way is over
 * @param analyst true when the reader may begin a draft
 */
public record ServicesPage(
        String agency,
        @Nullable DataTable drafts,
        @Nullable DataTable services,
        Pager pager,
        boolean analyst,
        boolean ended) {}
