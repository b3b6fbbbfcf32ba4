package org.dargah.inquiries.web;

import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.jspecify.annotations.Nullable;

/**
 * Every group, and making another.
 *
 * @param groups null when there is none
 * @param typed the title of the new one
 */
public record GroupsPage(@Nullable DataTable groups, String typed, Errors errors) {}
