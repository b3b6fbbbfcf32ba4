package org.dargah.exchange;

import org.dargah.kernel.InquiryId;
import org.jspecify.annotations.Nullable;

/**
 * The program of an organisation, and what it says beside its question.
 *
 * @param inquiry under which the question is kept, and its receipt asked for
 * @param client the program, as it proved itself
 * @param manner how much it wants
 * @param message its own id of the message, or null
 * @param issue its own file or application that gave rise to the question, or null
 * @param user the person at its keyboard; kept only as a keyed hash, or null
 * @param role of that person, by the organisation's word, or null
 * @param party on whose behalf the program asks, if not for itself
 */
public record Organisation(
        InquiryId inquiry,
        String client,
        Manner manner,
        @Nullable String message,
        @Nullable String issue,
        @Nullable String user,
        @Nullable String role,
        @Nullable String party) {

    /** A user's name is personal data. */
    @Override
    public String toString() {
        return "Organisation[" + client + ", " + manner + "]";
    }
}
