package org.dargah.authoring;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Uuid7;

/** One draft of a service pack. */
public record DraftId(UUID value) {

    public static DraftId next(Clock clock) {
        return new DraftId(Uuid7.next(clock));
    }

    /** Reads the canonical 36 signs of a UUID; empty for anything else. */
    public static Optional<DraftId> parse(String text) {
        return CaseId.parse(text).map(id -> new DraftId(id.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
