package org.dargah.kernel;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** One request for a service. */
public record CaseId(UUID value) implements Comparable<CaseId> {

    public static CaseId next(Clock clock) {
        return new CaseId(Uuid7.next(clock));
    }

    /** Reads the canonical 36 signs of a UUID; empty for anything else. */
    public static Optional<CaseId> parse(String text) {
        return Ids.parse(text).map(CaseId::new);
    }

    @Override
    public int compareTo(CaseId other) {
        return Ids.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
