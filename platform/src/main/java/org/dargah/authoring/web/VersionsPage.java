package org.dargah.authoring.web;

import java.util.List;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Option;
import org.dargah.ui.Pager;
import org.dargah.ui.Row;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a service and what became of it.
 *
 * @param page of the service, as people see it; empty when it is not offered
 * @param versions to compare and to go back to, the latest first
 * @param differences of the two that were chosen; null when there is only one
 * @param earlier to go back to: all but the current one
 * @param overruled true when the server's folder holds another version than the one that is offered
 * @param approver true when the reader may go back to a version or retire the service
 */
public record VersionsPage(
        String title,
        String here,
        Cell state,
        List<Row> facts,
        String page,
        DataTable changes,
        Pager pager,
        List<Option> versions,
        String before,
        String after,
        @Nullable DifferencesView differences,
        List<Option> earlier,
        boolean overruled,
        boolean approver,
        boolean offered,
        boolean several) {}
