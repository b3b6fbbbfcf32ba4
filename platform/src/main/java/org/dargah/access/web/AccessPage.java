package org.dargah.access.web;

import org.dargah.ui.DataTable;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's programs and its requests for access.
 *
 * @param programs null when it has none
 * @param requests null when there are none
 */
public record AccessPage(
        String organisation, @Nullable DataTable programs, @Nullable DataTable requests) {}
