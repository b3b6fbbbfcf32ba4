package org.dargah.exchange.internal;

import java.time.Instant;
import org.dargah.exchange.Answer;
import org.jspecify.annotations.Nullable;

/**
 * An answer with the bytes that went out and came back, for their hashes.
 *
 * @param keptSince when the registry said it, where it was not asked now; the bytes are then the
 *     keyed hashes of those that went out and came back that time
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record Reply(Answer answer, byte[] sent, byte[] received, @Nullable Instant keptSince) {

    private static final byte[] NOTHING = {};

    Reply(Answer answer, byte[] sent, byte[] received) {
        this(answer, sent, received, null);
    }

    /** Nothing left the house. */
    public static Reply of(Answer answer) {
        return new Reply(answer, NOTHING, NOTHING);
    }

    static Reply kept(Answer.Known answer, byte[] sent, byte[] received) {
        return new Reply(answer, sent, received, answer.at());
    }
}
