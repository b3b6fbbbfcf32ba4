package org.dargah.kernel;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** One payment that a person was asked for. */
public record PaymentId(UUID value) implements Comparable<PaymentId> {

    public static PaymentId next(Clock clock) {
        return new PaymentId(Uuid7.next(clock));
    }

    /** Reads the canonical 36 signs of a UUID; empty for anything else. */
    public static Optional<PaymentId> parse(String text) {
        return Ids.parse(text).map(PaymentId::new);
    }

    @Override
    public int compareTo(PaymentId other) {
        return Ids.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
