package org.dargah.exchange.internal;

import java.time.Instant;
import java.util.Optional;
import org.dargah.exchange.Organisation;
import org.dargah.exchange.Question;
import org.dargah.kernel.Caller;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.RightId;
import org.jspecify.annotations.Nullable;

/**
 * A question on its way.
 *
 * @param person whom it is about, if one of its keys is a national id
 * @param subject the same person, if Dargah knows one
 * @param organisation whose program asks; null for Dargah's own questions
 * @param right by which it asks, or which fell short
 */
public record Asked(
        Question question,
        Caller caller,
        @Nullable NationalId person,
        @Nullable PersonId subject,
        @Nullable Organisation organisation,
        @Nullable RightId right,
        Instant at) {

    public Asked by(@Nullable RightId used) {
        return new Asked(question, caller, person, subject, organisation, used, at);
    }

    Optional<Organisation> program() {
        return Optional.ofNullable(organisation);
    }
}
