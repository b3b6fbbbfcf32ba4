package org.dargah.cases.web;

import java.util.List;
import org.dargah.ui.DataTable;
import org.dargah.ui.Field;
import org.dargah.ui.Pager;
import org.dargah.ui.View;
import org.jspecify.annotations.Nullable;

/** An officer's inbox. */
public record InboxPage(
        String view,
        String office,
        List<View> views,
        List<Field> filters,
        @Nullable DataTable table,
        Pager pager) {}
