package org.dargah.inquiries.web;

import org.dargah.ui.DataTable;
import org.dargah.ui.Pager;
import org.jspecify.annotations.Nullable;

/**
 * @param programs with how much each may ask; null when there is none
 */
public record ProgramsPage(@Nullable DataTable programs, Pager pager) {}
