package org.dargah.exchange;

import org.dargah.kernel.ConsentId;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one question as the person it was about may read it.
 *
 * @param client the program that asked; null when Dargah or one of its officials did
 * @param manner how much was asked for; null in Dargah's own questions
 * @param message the asker's own id of the message, or null
 * @param issue the asker's own file or reason, or null
 * @param party on whose behalf the program asked, or null
 * @param consent by which it was asked, where the purpose asks for one
 */
public record Trace(
        Inquiry inquiry,
        @Nullable String client,
        @Nullable Manner manner,
        @Nullable String message,
        @Nullable String issue,
        @Nullable String party,
        @Nullable ConsentId consent) {

    /** What an asker wrote may hold anything. */
    @Override
    public String toString() {
        return "Trace[" + inquiry.id() + "]";
    }

    /** True when nothing but yes or no was told. */
    public boolean isMatch() {
        return manner == Manner.MATCH;
    }
}
