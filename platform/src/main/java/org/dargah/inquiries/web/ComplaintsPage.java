package org.dargah.inquiries.web;

import java.util.List;
import org.dargah.ui.DataTable;
import org.dargah.ui.Pager;
import org.dargah.ui.View;
import org.jspecify.annotations.Nullable;

/**
 * @param table null when there is none
 */
public record ComplaintsPage(
        String title, List<View> views, @Nullable DataTable table, Pager pager) {}
