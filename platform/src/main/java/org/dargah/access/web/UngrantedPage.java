package org.dargah.access.web;

import org.dargah.ui.DataTable;
import org.jspecify.annotations.Nullable;

/**
 * What was approved and could not be granted.
 *
 * @param table null when nothing is left
 */
public record UngrantedPage(@Nullable DataTable table) {}
