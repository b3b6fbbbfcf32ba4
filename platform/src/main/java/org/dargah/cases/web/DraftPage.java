package org.dargah.cases.web;

import java.time.LocalDate;
import java.util.List;
import org.dargah.ui.Fetched;
import org.dargah.ui.TaskGroup;

/**
 * The parts of an application that is being filled.
 *
 * @param done how many parts of {@code all} are done
 * @param fetched what registries said
 * @param silent registries that do not answer at the moment; empty for none
 * @param retired true when the agency offers the service no more
 * @param keptUntil the last day of the draft if nobody writes in it
 */
public record DraftPage(
        String service,
        String code,
        int done,
        int all,
        List<TaskGroup> groups,
        List<Fetched> fetched,
        String silent,
        boolean failedPayment,
        boolean retired,
        LocalDate keptUntil) {}
