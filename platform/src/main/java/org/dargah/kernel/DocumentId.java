package org.dargah.kernel;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** One file: uploaded by a person or issued by an agency. */
public record DocumentId(UUID value) implements Comparable<DocumentId> {

    public static DocumentId next(Clock clock) {
        return new DocumentId(Uuid7.next(clock));
    }

    /** Reads the canonical 36 signs of a UUID; empty for anything else. */
    public static Optional<DocumentId> parse(String text) {
        return Ids.parse(text).map(DocumentId::new);
    }

    @Override
    public int compareTo(DocumentId other) {
        return Ids.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
