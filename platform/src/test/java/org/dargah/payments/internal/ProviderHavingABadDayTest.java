package org.dargah.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import org.dargah.DargahTest;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.kernel.PaymentId;
import org.dargah.payments.Confirmation;
import org.dargah.payments.Failing;
import org.dargah.payments.Invitation;
import org.dargah.payments.Payment;
import org.dargah.payments.PaymentState;
import org.dargah.payments.Refunding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Silence, contradiction and death at every station: nothing is lost, nothing is doubled. */
@DargahTest
class ProviderHavingABadDayTest {

    @Autowired PaymentTable table;
    @Autowired Ledger ledger;
    @Autowired Acts acts;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Value("${dargah.sandbox.url}")
    URI sandbox;

    private CounterOfTests counter;

    @BeforeEach
    void open() {
        counter = new CounterOfTests(sandbox, table, ledger, acts, jdbc, transaction);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "drop", "garbage", "timeout"})
    void aSilentProviderIsSaidAndTheSameRequestGoesOnLater(String fault) {
        counter.fault(fault);
        Invitation invitation = counter.teller.invite(counter.wanted(500));
        assertThat(invitation).isInstanceOf(Invitation.Unavailable.class);

        counter.fault("none");
        Payment payment = counter.invite(500);

        assertThat(payment.id()).isEqualTo(CounterOfTests.payment(invitation).id());
        assertThat(payment.state()).isEqualTo(PaymentState.WAITING);
        assertThat(counter.acts()).containsExactly(Act.PAYMENT_REQUESTED);
    }

    @Test
    void aSilentProviderIsLeftAloneForAWhile() {
        counter.fault("error");
        IntStream.range(0, 6).forEach(_ -> counter.invite(500));

        counter.fault("timeout");
        long start = System.nanoTime();
        assertThat(counter.teller.invite(counter.wanted(500)))
                .isInstanceOf(Invitation.Unavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aCallbackWhileTheProviderIsSilentIsCheckedLater() {
        Payment payment = counter.invite(500);
        counter.atTheProvider(payment, "payment");
        counter.fault("error");
        assertThat(counter.callback(payment)).isInstanceOf(Confirmation.Checking.class);

        counter.fault("none");
        counter.later(Duration.ofSeconds(61));
        counter.rounds.round();

        assertThat(counter.now(payment).isPaid()).isTrue();
    }

    @Test
    void nobodyIsSentToPayAgainWhileItIsUnknownWhetherTheyHavePaid() {
        Payment payment = counter.invite(500);
        counter.atTheProvider(payment, "silent-payment");
        counter.fault("error");

        assertThat(counter.teller.invite(counter.wanted(500)))
                .isEqualTo(new Invitation.Unavailable(payment));
    }

    @Test
    void aRefundThatTheProviderRefusesLeavesTheMoneyWhereItIs() {
        Payment payment = counter.invite(500);
        counter.atTheProvider(payment, "payment");
        counter.callback(payment);
        counter.provider.refund(
                PaymentId.next(counter.clock), counter.token(payment), payment.amount());

        assertThat(counter.teller.refund(counter.row(payment), counter.caller()))
                .isInstanceOf(Refunding.Refused.class);
        assertThat(counter.now(payment).isPaid()).isTrue();
        assertThat(counter.postings(payment)).isEqualTo(2);
        assertThat(counter.acts()).endsWith(Act.REFUND_DECIDED, Act.REFUND_REFUSED);
    }

    @Test
    void anotherAmountThanOursSettlesNothing() {
        PaymentTable.Row asked = counter.cashier.open(counter.wanted(500));
        Payment payment = asked.payment();
        counter.cashier.invited(asked, counter.room(payment.id(), 5));
        counter.atTheProvider(payment, "payment");

        assertThat(counter.callback(payment)).isInstanceOf(Confirmation.NotPaid.class);

        assertThat(counter.now(payment).failing()).isEqualTo(Failing.MISMATCH);
        assertThat(counter.postings(payment)).isZero();
        assertThat(counter.acts()).containsExactly(Act.PAYMENT_REQUESTED, Act.PAYMENT_FAILED);
    }

    @Test
    void theTokenOfAnotherPaymentSettlesNothing() {
        PaymentTable.Row asked = counter.cashier.open(counter.wanted(500));
        Payment payment = asked.payment();
        counter.cashier.invited(asked, counter.room(PaymentId.next(counter.clock), 500));
        counter.atTheProvider(payment, "payment");

        assertThat(counter.callback(payment)).isInstanceOf(Confirmation.NotPaid.class);
        assertThat(counter.now(payment).failing()).isEqualTo(Failing.MISMATCH);
        assertThat(counter.postings(payment)).isZero();
    }

    @Test
    void deathBeforeTheProviderHeardOfItIsHealedByTheSameRequest() {
        PaymentTable.Row orphan = counter.cashier.open(counter.wanted(500));
        assertThat(orphan.payment().state()).isEqualTo(PaymentState.ASKED);

        counter.later(Duration.ofSeconds(61));
        counter.rounds.round();
        assertThat(counter.now(orphan.payment()).state()).isEqualTo(PaymentState.ASKED);

        assertThat(counter.invite(500).id()).isEqualTo(orphan.payment().id());
    }

    @Test
    void deathBeforeTheTokenWasKeptLosesNoMoney() {
        PaymentTable.Row orphan = counter.cashier.open(counter.wanted(500));
        Payment payment = orphan.payment();
        counter.payIn(counter.room(payment.id(), 500));

        counter.later(Duration.ofSeconds(61));
        counter.rounds.round();

        assertThat(counter.now(payment).isPaid()).isTrue();
        assertThat(counter.acts()).containsExactly(Act.PAYMENT_REQUESTED, Act.PAYMENT_SETTLED);
    }

    @Test
    void deathInTheMiddleOfSettlingLeavesNothingHalfDone() {
        Payment payment = counter.invite(500);
        counter.atTheProvider(payment, "payment");
        assertThatThrownBy(
                        () ->
                                transaction.executeWithoutResult(
                                        t -> {
                                            counter.callback(payment);
                                            throw new IllegalStateException("death");
                                        }))
                .hasMessage("death");

        assertThat(counter.now(payment).state()).isEqualTo(PaymentState.WAITING);
        assertThat(counter.postings(payment)).isZero();
        assertThat(counter.acts()).containsExactly(Act.PAYMENT_REQUESTED);
        assertThat(counter.callback(payment)).isInstanceOf(Confirmation.Settled.class);
        assertThat(counter.postings(payment)).isEqualTo(2);
    }

    @Test
    void aRoundThatDiedIsTakenUpByALaterOne() {
        Payment payment = counter.invite(500);
        counter.atTheProvider(payment, "silent-payment");
        counter.later(Duration.ofSeconds(61));
        assertThat(counter.cashier.takeDue(CounterOfTests.ELSEWHERE, 10)).hasSize(1);
        counter.rounds.round();
        assertThat(counter.now(payment).isPaid()).as("in another's hand").isFalse();

        counter.later(Duration.ofSeconds(61));
        counter.rounds.round();
        assertThat(counter.now(payment).isPaid()).isTrue();
    }

    @Test
    void aRefundThatNobodyAnswersIsAskedForUntilItIsDone() {
        Payment payment = counter.invite(500);
        counter.atTheProvider(payment, "payment");
        counter.callback(payment);
        counter.fault("drop");
        assertThat(counter.teller.refund(counter.row(payment), counter.caller()))
                .isInstanceOf(Refunding.Underway.class);

        counter.fault("none");
        counter.rounds.round();

        assertThat(counter.now(payment).state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(counter.imbalance(payment.id().value())).isZero();
    }

    @Test
    void theLedgerCannotBeRewritten() {
        Payment payment = counter.invite(500);
        counter.atTheProvider(payment, "payment");
        counter.callback(payment);

        assertThatThrownBy(() -> jdbc.sql("update payments.ledger set amount = 1").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from payments.ledger").update())
                .isInstanceOf(DataAccessException.class);
    }
}
