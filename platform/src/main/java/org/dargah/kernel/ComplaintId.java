package org.dargah.kernel;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** «این من نبودم»: somebody complains of one look at their data. */
public record ComplaintId(UUID value) implements Comparable<ComplaintId> {

    public static ComplaintId next(Clock clock) {
        return new ComplaintId(Uuid7.next(clock));
    }

    /** Reads the canonical 36 signs of a UUID; empty for anything else. */
    public static Optional<ComplaintId> parse(String text) {
        return Ids.parse(text).map(ComplaintId::new);
    }

    @Override
    public int compareTo(ComplaintId other) {
        return Ids.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
