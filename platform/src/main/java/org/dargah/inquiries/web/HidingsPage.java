package org.dargah.inquiries.web;

import org.dargah.ui.DataTable;
import org.jspecify.annotations.Nullable;

/**
 * @param table null when there is none
 */
public record HidingsPage(@Nullable DataTable table) {}
