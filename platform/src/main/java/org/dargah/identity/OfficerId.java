package org.dargah.identity;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.dargah.kernel.ActId;

/** An official's account. */
public record OfficerId(UUID value) {

    public static OfficerId next(Clock clock) {
        return new OfficerId(ActId.next(clock).value());
    }

    /** Reads the canonical 36 signs of a UUID; empty for anything else. */
    public static Optional<OfficerId> parse(String text) {
        return ActId.parse(text).map(id -> new OfficerId(id.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
