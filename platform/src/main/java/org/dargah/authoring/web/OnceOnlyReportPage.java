package org.dargah.authoring.web;

import java.util.List;
import org.dargah.ui.DataTable;
import org.dargah.ui.Link;
import org.jspecify.annotations.Nullable;

/**
 * What each service of the province could drop.
 *
 * @param back for whoever came from the services; null for others
 * @param details of services that ask something a registry tells
 */
public record OnceOnlyReportPage(
        @Nullable Link back, String total, DataTable services, List<Detail> details) {

    public record Detail(String title, OnceOnlyView view) {}
}
