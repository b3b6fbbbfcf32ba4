package org.dargah.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How a question ended. Whichever it is, its evidence is already committed. */
public sealed interface Answer {

    /**
     * The registry knows.
     *
     * @param fields only what was asked; a field that the registry left empty is absent
     * @param at when it was asked
     */
    record Known(Map<String, String> fields, Instant at, Registry registry) implements Answer {

        public Known {
            fields = Map.copyOf(fields);
        }

        public Optional<String> field(String name) {
            return Optional.ofNullable(fields.get(name));
        }

        /** Values are personal data: only their names are shown. */
        @Override
        public String toString() {
            return "Known[" + registry.code() + ", fields " + fields.keySet() + "]";
        }
    }

    /** The registry answered that it has no such record. */
    record NotFound(Registry registry) implements Answer {}

    /** Not allowed, or not askable like this; asking again would end the same. */
    record Refused(Refusal reason, String detail) implements Answer {}

    /** No answer came. Asking again after {@code retryAfter} may help. */
    record Unreachable(Registry registry, Failure reason, Duration retryAfter) implements Answer {}
}
