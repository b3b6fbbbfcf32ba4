package org.dargah.exchange.internal;

import org.dargah.exchange.Answer;

/** An answer with the bytes that went out and came back, for their hashes. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record Reply(Answer answer, byte[] sent, byte[] received) {

    private static final byte[] NOTHING = {};

    /** Nothing left the house. */
    public static Reply of(Answer answer) {
        return new Reply(answer, NOTHING, NOTHING);
    }
}
