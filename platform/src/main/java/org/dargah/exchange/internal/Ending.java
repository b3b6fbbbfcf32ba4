package org.dargah.exchange.internal;

import java.time.Duration;
import java.time.Instant;
import org.dargah.exchange.Inquiry.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How a question ended.
 *
 * @param reason where it was not answered
 * @param asked keyed hash of what went out
 * @param answered keyed hash of what came back
 * @param keptSince when it did, if an answer kept since then was given
 * @param sizes null where nothing went out
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Ending(
        Outcome outcome,
        @Nullable String reason,
        byte[] asked,
        byte[] answered,
        Duration took,
        @Nullable Instant keptSince,
        @Nullable Sizes sizes) {

    /** Bytes that went out and came back. */
    record Sizes(long sent, long received) {}
}
