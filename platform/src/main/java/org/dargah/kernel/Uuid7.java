package org.dargah.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes UUIDs of version 7 (RFC 9562): 48 bits of Unix milliseconds, a 12-bit counter, 62 random
 * bits. Ids made by one process rise strictly as long as its clock does, so that new rows land at
 * the end of their index.
 */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;

    /** A step back this small is a corrected clock; a larger one is a clock that travels. */
    private static final long CORRECTION_MILLIS = 10_000;

    /** Milliseconds and counter of the last id, as one number. */
    private static final AtomicLong LAST = new AtomicLong();

    private Uuid7() {}

    /** The next id at the clock's time. */
    public static UUID next(Clock clock) {
        long now = clock.millis();
        long tick = LAST.updateAndGet(last -> after(last, now));
        long high = (tick >>> COUNTER_BITS << 16) | 0x7000L | (tick & 0xFFFL);
        long low = (RANDOM.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static long after(long last, long now) {
        long lastMillis = last >>> COUNTER_BITS;
        boolean stays = now <= lastMillis && lastMillis - now < CORRECTION_MILLIS;
        return stays ? last + 1 : now << COUNTER_BITS;
    }

    /** No id that was made at this time or later comes before this one. */
    public static UUID earliest(Instant at) {
        return new UUID((at.toEpochMilli() << 16) | 0x7000L, 0x8000_0000_0000_0000L);
    }

    /** The time at which a version 7 id was made, to the millisecond. */
    public static Instant instantOf(UUID id) {
        if (id.version() != 7) {
            throw new IllegalArgumentException("Not a version 7 UUID");
        }
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
