package org.dargah.kernel;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** One question from one agency to the registry of another. */
public record InquiryId(UUID value) implements Comparable<InquiryId> {

    public static InquiryId next(Clock clock) {
        return new InquiryId(Uuid7.next(clock));
    }

    /** Reads the canonical 36 signs of a UUID; empty for anything else. */
    public static Optional<InquiryId> parse(String text) {
        return Ids.parse(text).map(InquiryId::new);
    }

    @Override
    public int compareTo(InquiryId other) {
        return Ids.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
