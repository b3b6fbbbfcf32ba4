package org.dargah.exchange.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Programs that are turned away before they ask anything: how often in this minute. */
@Component
public final class Strays {

    private static final int NOTED_PER_MINUTE = 60;

    private final Clock clock;
    private final Map<String, Minute> programs = new ConcurrentHashMap<>();

    Strays(Clock clock) {
        this.clock = clock;
    }

    private record Minute(Instant start, int times) {}

    /** Counts one more; false when this minute has seen enough of this program. */
    public boolean isWorthNoting(String client) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return programs.merge(
                                client,
                                new Minute(minute, 1),
                                (before, one) ->
                                        before.start().equals(minute)
                                                ? new Minute(minute, before.times() + 1)
                                                : one)
                        .times()
                <= NOTED_PER_MINUTE;
    }
}
