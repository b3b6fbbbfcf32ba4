package org.dargah.kernel;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** A person's consent that one program asks one registry about them for one purpose. */
public record ConsentId(UUID value) implements Comparable<ConsentId> {

    public static ConsentId next(Clock clock) {
        return new ConsentId(Uuid7.next(clock));
    }

    /** Reads the canonical 36 signs of a UUID; empty for anything else. */
    public static Optional<ConsentId> parse(String text) {
        return Ids.parse(text).map(ConsentId::new);
    }

    @Override
    public int compareTo(ConsentId other) {
        return Ids.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
