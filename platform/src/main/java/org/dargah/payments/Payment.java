package org.dargah.payments;

import java.time.Instant;
import java.util.List;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.PaymentId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Rial;
import org.jspecify.annotations.Nullable;

/**
 * One payment.
 *
 * @param attempt 1 for the first of its key; a failed one is followed by another
 * @param office the agency that asked for it
 * @param failing why it failed, if it did
 * @param reference the provider's number, for the receipt; null until paid
 * @param paidAt never after the moment when Dargah learned of it
 */
public record Payment(
        Province province,
        PaymentId id,
        String key,
        int attempt,
        PaymentState state,
        @Nullable CaseId caseId,
        PersonId payer,
        AgencyCode office,
        String description,
        List<Fee> fees,
        String returnTo,
        @Nullable Failing failing,
        @Nullable String reference,
        Instant askedAt,
        @Nullable Instant paidAt) {

    public Rial amount() {
        return fees.stream().map(Fee::amount).reduce(Rial.ZERO, Rial::plus);
    }

    public boolean isPaid() {
        return state == PaymentState.SETTLED;
    }

    @Override
    public String toString() {
        return "Payment[" + id + " " + state.code() + "]";
    }
}
