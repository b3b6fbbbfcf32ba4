package org.dargah.cases;

import java.time.Instant;
import org.dargah.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What one of those who ask together with the applicant said to the application.
 *
 * @param name as the civil registry gave it
 * @param reason of a refusal; empty for none
 */
public record Signature(
        PersonId person,
        String name,
        State state,
        Instant askedAt,
        @Nullable Instant answeredAt,
        String reason) {

    /** Where it stands. */
    public enum State {
        ASKED,
        GIVEN,
        REFUSED;

        /** The key of its name in the messages. */
        public String key() {
            return "cases.signature." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Personal data stays out of logs. */
    @Override
    public String toString() {
        return "Signature[" + person + " " + state + "]";
    }
}
