package org.dargah.cases.web;

import java.util.List;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.TaskGroup;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant sends when an officer asked for a correction.
 *
 * @param request what the officer wrote
 * @param changes the answers that are mended and not sent yet; null for none
 * @param groups the pages of the form; empty where only words can be sent
 * @param revision of the mended answers as this page shows them
 * @param text what was typed
 */
public record CorrectionPage(
        String service,
        String code,
        String request,
        @Nullable DataTable changes,
        List<TaskGroup> groups,
        int revision,
        String text,
        Errors errors) {

    public boolean isByWordsOnly() {
        return groups.isEmpty();
    }
}
