package org.dargah.cases.web;

import org.dargah.ui.DataTable;
import org.dargah.ui.Link;
import org.dargah.ui.Pager;
import org.jspecify.annotations.Nullable;

/**
 * One page of a long table, or of what is wrong in one.
 *
 * @param text how many there are
 * @param download where the whole is handed out for a spreadsheet
 * @param work true before an official
 */
public record ListPage(
        String title,
        String text,
        @Nullable DataTable table,
        Pager pager,
        Link download,
        Link back,
        boolean work) {}
