package org.dargah.cases.web;

import org.dargah.ui.DataTable;
import org.jspecify.annotations.Nullable;

/** The citizen's cases, the latest first. */
public record MyCasesPage(@Nullable DataTable table) {}
