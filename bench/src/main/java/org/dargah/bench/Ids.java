package org.dargah.bench;

import java.util.SplittableRandom;
import java.util.UUID;

/** UUIDs of version 7 (RFC 9562), as the program makes them: the next lies beside the last. */
final class Ids {

    private static final ThreadLocal<SplittableRandom> RANDOM =
            ThreadLocal.withInitial(SplittableRandom::new);

    private Ids() {}

    static UUID next() {
        SplittableRandom random = RANDOM.get();
        long high = (System.currentTimeMillis() << 16) | 0x7000 | (random.nextLong() & 0xfff);
        long low = 0x8000000000000000L | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
