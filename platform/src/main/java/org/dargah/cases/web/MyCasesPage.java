package org.dargah.cases.web;

import org.dargah.ui.DataTable;
import org.jspecify.annotations.Nullable;

/**
 * @param table the person's own cases; null for none
 * @param invitations what others filled in for them to sign; null for none
 */
public record MyCasesPage(@Nullable DataTable table, @Nullable DataTable invitations) {}
