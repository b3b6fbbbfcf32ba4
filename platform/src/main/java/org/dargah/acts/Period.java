package org.dargah.acts;

import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param until not included
 */
public record Period(Instant from, Instant until) {

    /** All that was and will be. */
    public static final Period EVER =
            new Period(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));
}
