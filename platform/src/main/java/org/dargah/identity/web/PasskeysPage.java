package org.dargah.identity.web;

import org.dargah.identity.Passkeys;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.jspecify.annotations.Nullable;

/**
 * @param table the passkeys that there are; null when there are none
 * @param name as typed for a new one
 * @param done what was just done, the end of a message key, such as {@code added}; or empty
 * @param wanted the page from which they came and to which they return, or empty
 */
public record PasskeysPage(
        @Nullable DataTable table,
        Passkeys.Place place,
        String name,
        String done,
        String wanted,
        Errors errors) {}
