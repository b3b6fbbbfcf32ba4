package org.dargah.authoring.web;

import java.util.List;
import org.dargah.ui.DataTable;
import org.dargah.ui.Field;
import org.dargah.ui.Pager;
import org.jspecify.annotations.Nullable;

/**
 * The services of an agency and the drafts on their way.
 *
 * @param withDrafts false while somebody looks for a service
 * @param drafts null when there is none
 * @param pager of the drafts
 * @param withServices true when there are any
 * @param filters of the services
 * @param services null when none fits
 * @param ended true when the drafts are those whose way is over
 * @param analyst true when the reader may begin a draft
 */
public record ServicesPage(
        String agency,
        boolean withDrafts,
        @Nullable DataTable drafts,
        Pager pager,
        boolean withServices,
        List<Field> filters,
        @Nullable DataTable services,
        Pager more,
        boolean analyst,
        boolean ended) {
    public ServicesPage {
        filters = List.copyOf(filters);
    }
}
