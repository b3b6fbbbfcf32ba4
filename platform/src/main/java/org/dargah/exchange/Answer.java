package org.dargah.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a question ended. Whichever it is, its evidence is already committed. */
public sealed interface Answer {

    /**
     * The registry knows.
     *
     * @param fields only what was asked; a field that the registry left empty is absent
     * @param at when the registry was asked
     * @param age how long ago that was, where the answer was kept since; null when it was just now
     */
    record Known(Map<String, String> fields, Instant at, Registry registry, @Nullable Duration age)
            implements Answer {

        /** Said just now. */
        public Known(Map<String, String> fields, Instant at, Registry registry) {
            this(fields, at, registry, null);
        }

        public Known {
            fields = Map.copyOf(fields);
        }

        /** The same, told again later. */
        public Known aged(Duration since) {
            return new Known(fields, at, registry, since);
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
