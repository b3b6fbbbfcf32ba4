package org.dargah.kernel;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** An order that keeps questions out of a person's sight for a time. */
public record HidingId(UUID value) {

    public static HidingId next(Clock clock) {
        return new HidingId(Uuid7.next(clock));
    }

    /** Reads the canonical 36 signs of a UUID; empty for anything else. */
    public static Optional<HidingId> parse(String text) {
        return Ids.parse(text).map(HidingId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
