package org.dargah.payments;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The stations of a payment, and the one table of its ways. */
public enum PaymentState {
    /** Ours alone; the provider may or may not have heard of it. */
    ASKED,
    /** The provider waits for the payer. */
    WAITING,
    /** The provider said that it has the money. */
    SETTLED,
    /** Nothing was paid, and nobody waits for it any more. */
    FAILED,
    /** The provider is told to give the money back. */
    REFUNDING,
    /** The payer has it back. */
    REFUNDED;

    private static final Map<PaymentState, Set<PaymentState>> WAYS =
            Map.of(
                    ASKED, Set.of(WAITING, FAILED),
                    // PaymentSettled, PaymentFailed
                    WAITING, Set.of(SETTLED, FAILED),
                    // Money that comes late is money all the same: PaymentSettled, or a refund.
                    FAILED, Set.of(SETTLED),
                    SETTLED, Set.of(REFUNDING),
                    // PaymentRefunded; back when the provider refuses
                    REFUNDING, Set.of(REFUNDED, SETTLED),
                    REFUNDED, Set.of());

    public boolean leadsTo(PaymentState next) {
        return WAYS.getOrDefault(this, Set.of()).contains(next);
    }

    /** As it stands in the table. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PaymentState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
