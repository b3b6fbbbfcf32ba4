package org.dargah.kernel;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** What one program may ask one registry for one purpose. */
public record RightId(UUID value) implements Comparable<RightId> {

    public static RightId next(Clock clock) {
        return new RightId(Uuid7.next(clock));
    }

    /** Reads the canonical 36 signs of a UUID; empty for anything else. */
    public static Optional<RightId> parse(String text) {
        return Ids.parse(text).map(RightId::new);
    }

    @Override
    public int compareTo(RightId other) {
        return Ids.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
