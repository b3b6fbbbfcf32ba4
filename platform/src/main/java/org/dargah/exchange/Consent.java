package org.dargah.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.ConsentId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What a person was asked to consent to, and what became of it.
 *
 * @param client the program that asked
 * @param agency the body that answers for it
 * @param subject whose data it is about
 * @param way on which the answer was expected
 * @param reference the asker's own file, or null
 * @param text exactly what the person read, in Persian
 */
public record Consent(
        ConsentId id,
        String client,
        AgencyCode agency,
        PersonId subject,
        Terms terms,
        Way way,
        @Nullable String reference,
        String text,
        Course course) {

    /** Whoever does not answer within this time has not consented. */
    public static final Duration PATIENCE = Duration.ofDays(7);

    /**
     * What it allows, and nothing beyond.
     *
     * @param until the first moment at which it no longer holds
     * @param once true when one answered question uses it up
     */
    public record Terms(
            String registry,
            Purpose purpose,
            Manner manner,
            List<String> fields,
            Instant until,
            boolean once) {

        public Terms {
            fields = List.copyOf(fields);
        }
    }

    /** How a person answers. */
    public enum Way {
        /** On their own page. */
        PORTAL,
        /** By telling the organisation's clerk a code. */
        COUNTER
    }

    /**
     * What happened, each at most once.
     *
     * @param how it was given; null until then
     * @param artefact the signed consent, a JWS in compact form; null until it is given
     */
    public record Course(
            Instant askedAt,
            @Nullable Instant givenAt,
            @Nullable Way how,
            @Nullable String artefact,
            @Nullable Instant refusedAt,
            @Nullable Instant withdrawnAt,
            @Nullable Instant usedAt) {}

    /** Where it stands. */
    public enum State {
        ASKED,
        GIVEN,
        REFUSED,
        WITHDRAWN,
        USED,
        EXPIRED
    }

    public State state(Instant now) {
        if (course.withdrawnAt() != null) {
            return State.WITHDRAWN;
        }
        if (course.refusedAt() != null) {
            return State.REFUSED;
        }
        if (course.givenAt() == null) {
            return now.isBefore(answerBy()) ? State.ASKED : State.EXPIRED;
        }
        if (terms.once() && course.usedAt() != null) {
            return State.USED;
        }
        return now.isBefore(terms.until()) ? State.GIVEN : State.EXPIRED;
    }

    /** Until when it may be answered. */
    public Instant answerBy() {
        return Stream.of(course.askedAt().plus(PATIENCE), terms.until())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** What an asker wrote may hold anything. */
    @Override
    public String toString() {
        return "Consent[" + id + "]";
    }
}
