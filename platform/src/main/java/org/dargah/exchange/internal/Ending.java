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
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Ending(
        Outcome outcome,
        @Nullable String reason,
        byte[] asked,
        byte[] answered,
        Duration took,
        @Nullable Instant keptSince) {

    Ending(Outcome outcome, @Nullable String reason, byte[] asked, byte[] answered, Duration took) {
        this(outcome, reason, asked, answered, took, null);
    }
}
