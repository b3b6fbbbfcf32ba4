package org.dargah.payments.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.PaymentId;
import org.dargah.kernel.Province;
import org.dargah.payments.Failing;
import org.dargah.payments.Payment;
import org.dargah.payments.PaymentFailed;
import org.dargah.payments.PaymentRefunded;
import org.dargah.payments.PaymentRequest;
import org.dargah.payments.PaymentSettled;
import org.dargah.payments.PaymentState;
import org.dargah.payments.internal.PaymentTable.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes payments, each change in one transaction with its ledger lines, its act and its news. The
 * provider is never spoken to in here.
 */
public final class Cashier {

    private static final Actor SELF = Actor.system("cashier", "حسابدار خودکار درگاه");

    private final PaymentTable table;
    private final Ledger ledger;
    private final Acts acts;
    private final ApplicationEventPublisher news;
    private final TransactionTemplate transaction;
    private final Duration recheck;
    private final Clock clock;

    Cashier(
            PaymentTable table,
            Ledger ledger,
            Acts acts,
            ApplicationEventPublisher news,
            TransactionTemplate transaction,
            Duration recheck,
            Clock clock) {
        this.table = table;
        this.ledger = ledger;
        this.acts = acts;
        this.news = news;
        this.transaction = transaction;
        this.recheck = recheck;
        this.clock = clock;
    }

    /** The living attempt of this key, or a new one after none or a failed one. */
    Row open(PaymentRequest wanted) {
        return in(
                () -> {
                    Row first = attempt(wanted, 1);
                    if (first != null) {
                        return first;
                    }
                    table.lock(wanted.province(), wanted.key());
                    Row latest = table.ofKey(wanted.province(), wanted.key()).getFirst();
                    return follows(latest, wanted)
                            ? Objects.requireNonNull(
                                    attempt(wanted, latest.payment().attempt() + 1))
                            : latest;
                });
    }

    /** True when another attempt may follow; a living one with other fees is replaced first. */
    private boolean follows(Row latest, PaymentRequest wanted) {
        Payment payment = latest.payment();
        return switch (payment.state()) {
            case FAILED, REFUNDING, REFUNDED -> true;
            case SETTLED -> false;
            case ASKED, WAITING -> {
                boolean other = !payment.fees().equals(wanted.fees());
                if (other) {
                    fail(latest, Failing.REPLACED);
                }
                yield other;
            }
        };
    }

    private @Nullable Row attempt(PaymentRequest wanted, int number) {
        PaymentId id = PaymentId.next(clock);
        Instant now = now();
        if (!table.insert(id, wanted, number, now, now.plus(recheck))) {
            return null;
        }
        Caller caller = wanted.caller();
        acts.record(
                Act.PAYMENT_REQUESTED,
                Entry.by(wanted.province(), caller)
                        .about(wanted.payer())
                        .with("payment", id.toString())
                        .with("amount", Long.toString(wanted.amount().amount())));
        return table.find(wanted.province(), id).orElseThrow();
    }

    /** The provider waits for the payer. */
    Row invited(Row row, Provider.Room room) {
        return in(
                () -> {
                    table.invited(row.payment(), room);
                    return again(row);
                });
    }

    /**
     * The money is there. Twice the same word changes nothing; money for what is paid already, or
     * for fees that were replaced, goes back.
     */
    Row settle(Row seen, String reference, @Nullable Instant paidAt) {
        return in(
                () -> {
                    Row row = locked(seen);
                    Payment payment = row.payment();
                    if (payment.state().leadsTo(PaymentState.SETTLED)
                            && payment.state() != PaymentState.REFUNDING) {
                        settleNow(row, reference, paidAt);
                    }
                    return again(row);
                });
    }

    private void settleNow(Row row, String reference, @Nullable Instant paidAt) {
        Payment payment = row.payment();
        Instant now = now();
        Instant paid = paidAt == null || paidAt.isAfter(now) ? now : paidAt;
        boolean surplus = payment.failing() == Failing.REPLACED || isPaidOtherwise(payment);
        table.settled(payment, reference, paid, !surplus);
        ledger.settle(payment, now);
        acts.record(Act.PAYMENT_SETTLED, entry(row));
        if (surplus) {
            decideRefund(again(row), entry(row).with("reason", "surplus"));
        } else {
            news.publishEvent(
                    new PaymentSettled(
                            payment.province(),
                            payment.id(),
                            payment.key(),
                            payment.caseId(),
                            payment.amount(),
                            reference,
                            paid));
        }
    }

    private boolean isPaidOtherwise(Payment payment) {
        return table.ofKey(payment.province(), payment.key()).stream()
                .map(Row::payment)
                .anyMatch(other -> other.isPaid() && !other.id().equals(payment.id()));
    }

    /** Nothing was paid. What is settled or failed already stays so. */
    Row fail(Row seen, Failing failing) {
        return in(
                () -> {
                    Row row = locked(seen);
                    if (row.payment().state().leadsTo(PaymentState.FAILED)) {
                        failNow(row, failing);
                    }
                    return again(row);
                });
    }

    private void failNow(Row row, Failing failing) {
        Payment payment = row.payment();
        table.failed(payment, failing);
        acts.record(
                failing == Failing.CANCELLED ? Act.PAYMENT_CANCELLED : Act.PAYMENT_FAILED,
                entry(row).with("reason", failing.code()));
        news.publishEvent(
                new PaymentFailed(
                        payment.province(),
                        payment.id(),
                        payment.key(),
                        payment.caseId(),
                        failing));
    }

    /** Somebody decides that the payer gets the money back; only what is settled can be. */
    Row decideRefund(Row seen, Caller caller) {
        return in(
                () -> {
                    Row row = locked(seen);
                    if (row.payment().isPaid()) {
                        Payment payment = row.payment();
                        decideRefund(
                                row,
                                Entry.by(payment.province(), caller)
                                        .about(payment.payer())
                                        .in(payment.caseId())
                                        .with("payment", payment.id().toString()));
                    }
                    return again(row);
                });
    }

    private void decideRefund(Row row, Entry entry) {
        table.move(row.payment(), PaymentState.REFUNDING, now());
        acts.record(Act.REFUND_DECIDED, entry);
    }

    /** The payer has it back. */
    Row refunded(Row seen) {
        return in(
                () -> {
                    Row row = locked(seen);
                    if (row.payment().state() == PaymentState.REFUNDING) {
                        refundNow(row);
                    }
                    return again(row);
                });
    }

    private void refundNow(Row row) {
        Payment payment = row.payment();
        table.move(payment, PaymentState.REFUNDED, null);
        ledger.refund(payment, now());
        acts.record(Act.PAYMENT_REFUNDED, entry(row));
        if (row.announced()) {
            news.publishEvent(
                    new PaymentRefunded(
                            payment.province(),
                            payment.id(),
                            payment.key(),
                            payment.caseId(),
                            payment.amount()));
        }
    }

    /** The provider will not give it back; the money stays where it is. */
    Row refundRefused(Row seen) {
        return in(
                () -> {
                    Row row = locked(seen);
                    if (row.payment().state() == PaymentState.REFUNDING) {
                        table.move(row.payment(), PaymentState.SETTLED, null);
                        acts.record(Act.REFUND_REFUSED, entry(row));
                    }
                    return again(row);
                });
    }

    List<PaymentId> takeDue(Province province, int most) {
        Instant now = now();
        return in(() -> table.takeDue(province, now, recheck, most));
    }

    private Row locked(Row row) {
        table.lock(row.payment().province(), row.payment().key());
        return again(row);
    }

    private Row again(Row row) {
        return table.find(row.payment().province(), row.payment().id()).orElseThrow();
    }

    private Entry entry(Row row) {
        Payment payment = row.payment();
        return Entry.by(payment.province(), SELF, Channel.SYSTEM, row.purpose())
                .about(payment.payer())
                .in(payment.caseId())
                .at(payment.office())
                .with("payment", payment.id().toString())
                .with("amount", Long.toString(payment.amount().amount()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
