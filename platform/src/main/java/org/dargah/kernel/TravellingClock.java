package org.dargah.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that runs at the world's pace, a set distance away: for the demo's history and for tests.
 */
public final class TravellingClock extends Clock {

    private volatile Duration distance = Duration.ZERO;

    /** From now on the time is this, and runs on from there. */
    public void travelTo(Instant time) {
        distance = Duration.between(Clock.systemUTC().instant(), time);
    }

    /** The world's own time again. */
    public void comeHome() {
        distance = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(distance);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException(
                "Dargah decides in Asia/Tehran and stores in UTC; ask for instants");
    }
}
