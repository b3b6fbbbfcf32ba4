package org.dargah.exchange;

import java.time.Instant;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.HidingId;
import org.jspecify.annotations.Nullable;

/**
 * By order of law a body's questions about a person are not shown to that person for a time. Whom
 * it is about is told to nobody who reads the list of orders.
 *
 * @param agency whose questions
 * @param orderNumber of the court or authority that ordered it
 * @param basis the law
 * @param by the official who entered it, by title
 * @param at from when on questions are hidden
 * @param until when it ends by itself
 * @param liftedAt when it was ended before, or null
 */
public record Hiding(
        HidingId id,
        AgencyCode agency,
        String orderNumber,
        String basis,
        String by,
        Instant at,
        Instant until,
        @Nullable Instant liftedAt) {

    public boolean isInForce(Instant now) {
        return liftedAt == null && now.isBefore(until);
    }

    /** When it ended, or will. */
    public Instant end() {
        return liftedAt == null ? until : liftedAt;
    }
}
