package org.dargah.documents;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dargah.kernel.Rial;
import org.dargah.kernel.TrackingCode;
import org.jspecify.annotations.Nullable;

/**
 * What an application receipt says on its one page.
 *
 * @param address where the case is followed; the QR code leads there
 * @param steps what happens next, in order
 * @param payment null when the service is free
 */
public record Receipt(
        TrackingCode code,
        URI address,
        Order.Letterhead letterhead,
        String service,
        Instant submittedAt,
        String applicant,
        List<Step> steps,
        @Nullable Payment payment) {

    /**
     * One thing that happens next.
     *
     * @param by the day until which it is done, or null when nobody can say
     */
    public record Step(String title, String text, @Nullable LocalDate by) {}

    /** What was paid, and the provider's number for it. */
    public record Payment(Rial amount, String reference, Instant at) {}

    public Receipt {
        steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
        return "Receipt[" + code + "]";
    }
}
