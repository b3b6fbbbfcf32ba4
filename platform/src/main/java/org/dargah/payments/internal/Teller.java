package org.dargah.payments.internal;

import java.time.Clock;
import java.time.Duration;
import org.dargah.kernel.Caller;
import org.dargah.payments.Confirmation;
import org.dargah.payments.Failing;
import org.dargah.payments.Invitation;
import org.dargah.payments.Payment;
import org.dargah.payments.PaymentRequest;
import org.dargah.payments.PaymentState;
import org.dargah.payments.Refunding;
import org.dargah.payments.internal.PaymentTable.Row;
import org.dargah.payments.internal.Provider.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks to the provider and hands its word to the cashier. No transaction is open while the
 * provider thinks, and a death between its word and ours is healed by asking again.
 */
public final class Teller {

    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

    private final Cashier cashier;
    private final Provider provider;
    private final Duration patience;
    private final Clock clock;

    Teller(Cashier cashier, Provider provider, Duration patience, Clock clock) {
        this.cashier = cashier;
        this.provider = provider;
        this.patience = patience;
        this.clock = clock;
    }

    public Invitation invite(PaymentRequest wanted) {
        Row row = cashier.open(wanted);
        return row.payment().state() == PaymentState.WAITING
                ? inviteAgain(row, wanted)
                : invite(row);
    }

    /** Before somebody is sent to pay again: perhaps they have, and nobody told us. */
    private Invitation inviteAgain(Row row, PaymentRequest wanted) {
        return switch (confirm(row)) {
            case Confirmation.Settled(Payment paid) -> new Invitation.AlreadyPaid(paid);
            case Confirmation.Checking(Payment waiting) -> new Invitation.Unavailable(waiting);
            case Confirmation.NotPaid(Payment payment) ->
                    // Who cancelled and has come again makes another attempt.
                    payment.state() == PaymentState.WAITING
                            ? pay(row)
                            : invite(cashier.open(wanted));
            case Confirmation.Unknown() -> new Invitation.Unavailable(row.payment());
        };
    }

    private Invitation invite(Row row) {
        Payment payment = row.payment();
        return switch (payment.state()) {
            case SETTLED -> new Invitation.AlreadyPaid(payment);
            case WAITING -> pay(row);
            case ASKED -> introduce(row);
            // Another request replaced it a moment ago; that one has the payer.
            case FAILED, REFUNDING, REFUNDED -> new Invitation.Unavailable(payment);
        };
    }

    private static Invitation pay(Row row) {
        Provider.Room room = row.room();
        return room == null
                ? new Invitation.Unavailable(row.payment())
                : new Invitation.Pay(row.payment(), room.redirect());
    }

    private Invitation introduce(Row row) {
        Payment payment = row.payment();
        return switch (provider.request(payment.id(), payment.amount(), payment.description())) {
            case Word.Said(Provider.Room room) -> invite(cashier.invited(row, room));
            case Word.Refused(String problem) -> {
                LOG.error("The provider refuses {}: {}", payment, problem);
                yield new Invitation.Unavailable(payment);
            }
            case Word.Silent(String reason) -> {
                LOG.warn("The provider is silent about {}: {}", payment, reason);
                yield new Invitation.Unavailable(payment);
            }
        };
    }

    /** Asks the provider about a payment, and believes only that. */
    public Confirmation confirm(Row row) {
        Payment payment = row.payment();
        Provider.Room room = row.room();
        if (payment.isPaid()) {
            return new Confirmation.Settled(payment);
        }
        if (room == null
                || payment.state() == PaymentState.REFUNDING
                || payment.state() == PaymentState.REFUNDED) {
            return new Confirmation.NotPaid(payment);
        }
        return switch (provider.verify(room.token(), payment.amount())) {
            case Word.Said(Account account) -> believe(row, account);
            case Word.Refused(String problem) -> disbelieve(row, problem);
            case Word.Silent(String reason) -> {
                LOG.info("No word about {}: {}", payment, reason);
                yield new Confirmation.Checking(payment);
            }
        };
    }

    private Confirmation believe(Row row, Account account) {
        Payment payment = row.payment();
        if (!account.isOf(payment.id(), payment.amount())) {
            return disbelieve(row, "another payment or amount");
        }
        String reference = account.reference();
        if (account.state().equals("paid") && reference != null) {
            return outcome(cashier.settle(row, reference, account.paidAt()));
        }
        return account.state().equals("cancelled")
                ? outcome(cashier.fail(row, Failing.CANCELLED))
                : new Confirmation.NotPaid(payment);
    }

    /** Money that does not fit is nobody's fee: the payment fails and a person must look. */
    private Confirmation disbelieve(Row row, String problem) {
        LOG.error("The provider contradicts us about {}: {}", row.payment(), problem);
        return problem.equals("unknown-payment")
                ? new Confirmation.Checking(row.payment())
                : outcome(cashier.fail(row, Failing.MISMATCH));
    }

    private static Confirmation outcome(Row row) {
        return row.payment().isPaid()
                ? new Confirmation.Settled(row.payment())
                : new Confirmation.NotPaid(row.payment());
    }

    public Refunding refund(Row row, Caller caller) {
        return giveBack(cashier.decideRefund(row, caller));
    }

    /** Safe to repeat: the provider knows one refund for each payment. */
    Refunding giveBack(Row row) {
        Payment payment = row.payment();
        Provider.Room room = row.room();
        if (payment.state() != PaymentState.REFUNDING || room == null) {
            return payment.state() == PaymentState.REFUNDED
                    ? new Refunding.Refunded(payment)
                    : new Refunding.Refused(payment);
        }
        return switch (provider.refund(payment.id(), room.token(), payment.amount())) {
            case Word.Said(String _) -> new Refunding.Refunded(cashier.refunded(row).payment());
            case Word.Refused(String problem) -> {
                LOG.error("The provider refuses to refund {}: {}", payment, problem);
                yield new Refunding.Refused(cashier.refundRefused(row).payment());
            }
            case Word.Silent(String reason) -> {
                LOG.warn("No word about the refund of {}: {}", payment, reason);
                yield new Refunding.Underway(payment);
            }
        };
    }

    /** What nobody told us: asked of the provider by our own id. False when it is silent. */
    boolean reconcile(Row row) {
        return switch (row.payment().state()) {
            case ASKED -> findRoom(row);
            case WAITING -> settleOrExpire(row);
            case REFUNDING -> !(giveBack(row) instanceof Refunding.Underway);
            case SETTLED, FAILED, REFUNDED -> true;
        };
    }

    /** Our request may have arrived although its answer did not. */
    private boolean findRoom(Row row) {
        return switch (provider.look(row.payment().id())) {
            case Word.Said(Account _) -> askAgain(row);
            case Word.Refused(String _) -> {
                expire(row);
                yield true;
            }
            case Word.Silent(String _) -> false;
        };
    }

    private boolean askAgain(Row row) {
        Payment payment = row.payment();
        return switch (provider.request(payment.id(), payment.amount(), payment.description())) {
            case Word.Said(Provider.Room room) -> settleOrExpire(cashier.invited(row, room));
            case Word.Refused(String problem) -> {
                disbelieve(row, problem);
                yield true;
            }
            case Word.Silent(String _) -> false;
        };
    }

    private boolean settleOrExpire(Row row) {
        return switch (confirm(row)) {
            case Confirmation.Checking(Payment _) -> false;
            case Confirmation.NotPaid(Payment _) -> {
                expire(row);
                yield true;
            }
            case Confirmation.Settled(Payment _), Confirmation.Unknown() -> true;
        };
    }

    private void expire(Row row) {
        if (row.payment().askedAt().plus(patience).isBefore(clock.instant())) {
            cashier.fail(row, Failing.ABANDONED);
        }
    }
}
