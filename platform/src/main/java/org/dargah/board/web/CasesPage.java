package org.dargah.board.web;

import java.util.List;
import org.dargah.ui.DataTable;
import org.dargah.ui.Link;
import org.dargah.ui.Pager;
import org.dargah.ui.View;
import org.jspecify.annotations.Nullable;

/** The list of cases behind a number. */
public record CasesPage(
        String title,
        String what,
        Link back,
        List<View> views,
        @Nullable DataTable table,
        Pager pager) {}
