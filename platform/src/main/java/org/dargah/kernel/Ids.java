package org.dargah.kernel;

import java.util.Optional;
import java.util.UUID;

/** What all ids share: reading them strictly, and the order of time. */
final class Ids {

    private static final int LENGTH = 36;

    private Ids() {}

    /** {@link UUID#fromString} also takes shortened groups; an id has one spelling only. */
    static Optional<UUID> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Unsigned, as PostgreSQL orders them; {@link UUID#compareTo} compares signed halves. */
    static int compare(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}
