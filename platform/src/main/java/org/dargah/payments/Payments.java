package org.dargah.payments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dargah.kernel.Caller;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.PaymentId;
import org.dargah.kernel.Province;
import org.dargah.payments.internal.Ledger;
import org.dargah.payments.internal.PaymentTable;
import org.dargah.payments.internal.Teller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Asks people for money, finds out whether it came, and gives it back. */
@Component
public final class Payments {

    private final Teller teller;
    private final PaymentTable table;
    private final Ledger ledger;

    Payments(Teller teller, PaymentTable table, Ledger ledger) {
        this.teller = teller;
        this.table = table;
        this.ledger = ledger;
    }

    /**
     * Where to send somebody to pay. The same key is one payment however often it is asked for;
     * after a cancelled or abandoned one it is a new attempt, and other fees replace what nobody
     * has paid yet. {@link PaymentSettled} tells when the money is there.
     *
     * @throws IllegalStateException within a transaction: the provider is asked over HTTP
     */
    public Invitation request(PaymentRequest wanted) {
        outsideTransactions();
        return teller.invite(wanted);
    }

    /** Asks the provider about the payment of this token, whoever brings it. */
    public Confirmation confirm(Province province, String token) {
        outsideTransactions();
        return table.ofToken(province, token)
                .map(teller::confirm)
                .orElseGet(Confirmation.Unknown::new);
    }

    /**
     * Gives back what was paid, whole. The decision is kept even if the provider is silent; it is
     * told again until it answers. {@link PaymentRefunded} tells when the payer has the money.
     *
     * @throws IllegalArgumentException when there is no such payment
     */
    public Refunding refund(Province province, PaymentId id, Caller caller) {
        outsideTransactions();
        return table.find(province, id)
                .map(row -> teller.refund(row, caller))
                .orElseThrow(() -> new IllegalArgumentException("No payment " + id));
    }

    public Optional<Payment> find(Province province, PaymentId id) {
        return table.find(province, id).map(PaymentTable.Row::payment);
    }

    /** The settled attempt of a key, or else the latest. */
    public Optional<Payment> ofKey(Province province, String key) {
        List<Payment> attempts =
                table.ofKey(province, key).stream().map(PaymentTable.Row::payment).toList();
        return attempts.stream()
                .filter(Payment::isPaid)
                .findFirst()
                .or(() -> attempts.stream().findFirst());
    }

    /** All attempts to pay for a case, the oldest first. */
    public List<Payment> ofCase(Province province, CaseId caseId) {
        return table.ofCase(province, caseId).stream().map(PaymentTable.Row::payment).toList();
    }

    /** The postings of one payment. */
    public List<LedgerLine> ledger(Province province, PaymentId id) {
        return ledger.of(province, id);
    }

    /** What each agency took from one moment up to another. */
    public List<Income> income(Province province, Instant from, Instant until) {
        return ledger.income(province, from, until);
    }

    private static void outsideTransactions() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The provider is asked outside of transactions");
        }
    }
}
