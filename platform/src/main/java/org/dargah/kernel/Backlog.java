package org.dargah.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Work that waits: how much, and since when the oldest of it.
 *
 * @param oldest null when nothing waits
 */
public record Backlog(long count, @Nullable Instant oldest) {

    /** As a query of counts and times tells it. */
    public static Backlog since(long count, @Nullable OffsetDateTime oldest) {
        return new Backlog(count, oldest == null ? null : oldest.toInstant());
    }

    /** How long the oldest waits; a clock that is behind another's makes nothing negative. */
    public Duration age(Instant now) {
        return oldest == null || oldest.isAfter(now)
                ? Duration.ZERO
                : Duration.between(oldest, now);
    }
}
