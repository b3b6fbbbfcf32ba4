package org.dargah.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.InquiryId;
import org.dargah.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one question: who asked whom about what and why, and how it ended; never a value.
 *
 * @param fields names of the fields asked for
 * @param reason the {@link Refusal} or {@link Failure} where it was not answered
 * @param keptSince when the registry said it, if it was not asked now but an answer kept since then
 *     was given; else null
 */
public record Inquiry(
        InquiryId id,
        Instant askedAt,
        Duration took,
        String registry,
        AgencyCode agency,
        Actor actor,
        Purpose purpose,
        @Nullable CaseId caseId,
        @Nullable Integer condition,
        List<String> fields,
        Outcome outcome,
        @Nullable String reason,
        @Nullable Instant keptSince) {

    /** How a question ended. */
    public enum Outcome {
        KNOWN,
        NOT_FOUND,
        REFUSED,
        UNREACHABLE
    }
}
