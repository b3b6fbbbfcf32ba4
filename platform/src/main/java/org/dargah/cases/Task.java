package org.dargah.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dargah.catalog.TaskKind;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to do, or has done, in a case.
 *
 * @param name its id in the process, such as {@code opinion-water}
 * @param body whose it is
 * @param role who of them does it
 * @param dueOn its own last day; null when it is the case's
 * @param revision counts changes, so that nobody overwrites what he has not seen
 * @param outcome what came of it; null while it is open
 * @param doneBy the id of who did it; null while it is open
 * @param doneTitle as the applicant reads it
 */
public record Task(
        Province province,
        UUID id,
        CaseId caseId,
        TaskKind kind,
        String name,
        AgencyCode body,
        String role,
        Instant openedAt,
        @Nullable LocalDate dueOn,
        int revision,
        @Nullable Instant doneAt,
        @Nullable String outcome,
        @Nullable String doneBy,
        @Nullable String doneTitle) {

    /** The outcome of tasks that were open when the case ended otherwise. */
    public static final String DROPPED = "dropped";

    public boolean isOpen() {
        return doneAt == null;
    }

    /** False for those that a withdrawal ended. */
    public boolean isDone() {
        return doneAt != null && !DROPPED.equals(outcome);
    }
}
