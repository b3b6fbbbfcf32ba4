package org.dargah.kernel;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** One line of the record of acts. */
public record ActId(UUID value) implements Comparable<ActId> {

    public static ActId next(Clock clock) {
        return new ActId(Uuid7.next(clock));
    }

    /** Reads the canonical 36 signs of a UUID; empty for anything else. */
    public static Optional<ActId> parse(String text) {
        return Ids.parse(text).map(ActId::new);
    }

    @Override
    public int compareTo(ActId other) {
        return Ids.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
