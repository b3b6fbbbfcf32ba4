package org.dargah.payments;

import java.time.Instant;
import org.dargah.kernel.Rial;

/**
 * One line of the ledger. The lines of one posting balance: what the provider owes is what agencies
 * are owed.
 *
 * @param posting {@code settlement} or {@code refund}
 * @param account {@code provider}, or {@code agency/} and a code
 */
public record LedgerLine(String posting, String account, Side side, Rial amount, Instant at) {

    /** Where an amount stands. */
    public enum Side {
        DEBIT,
        CREDIT
    }
}
