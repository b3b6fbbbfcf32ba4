package org.dargah.kernel;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** A person as Dargah knows one; says nothing about the national id behind it. */
public record PersonId(UUID value) implements Comparable<PersonId> {

    public static PersonId next(Clock clock) {
        return new PersonId(Uuid7.next(clock));
    }

    /** Reads the canonical 36 signs of a UUID; empty for anything else. */
    public static Optional<PersonId> parse(String text) {
        return Ids.parse(text).map(PersonId::new);
    }

    @Override
    public int compareTo(PersonId other) {
        return Ids.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
