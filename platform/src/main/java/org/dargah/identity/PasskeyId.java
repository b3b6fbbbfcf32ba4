package org.dargah.identity;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.dargah.kernel.ActId;

/** A passkey as its owner sees it in addresses; says nothing about the credential behind it. */
public record PasskeyId(UUID value) {

    public static PasskeyId next(Clock clock) {
        return new PasskeyId(ActId.next(clock).value());
    }

    /** Reads the canonical 36 signs of a UUID; empty for anything else. */
    public static Optional<PasskeyId> parse(String text) {
        return ActId.parse(text).map(id -> new PasskeyId(id.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
