package org.dargah.sandbox.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The time of this outside world: the machine's, or another that {@code PUT /clock} names and that
 * runs on from there, so that the demo's history has its texts and payments at their own times. A
 * restart is home again.
 */
public final class WorldClock extends Clock {
    /** Shared by all zones of one clock. */
    private static final class Distance {
        private volatile Duration value = Duration.ZERO;
    }

    private final Clock home;
    private final Distance distance;

    public WorldClock(Clock home) {
        this(home, new Distance());
    }

    private WorldClock(Clock home, Distance distance) {
        this.home = home;
        this.distance = distance;
    }

    void travelTo(Instant time) {
        distance.value = Duration.between(home.instant(), time);
    }

    void comeHome() {
        distance.value = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return home.instant().plus(distance.value);
    }

    @Override
    public ZoneId getZone() {
        return home.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new WorldClock(home.withZone(zone), distance);
    }
}
