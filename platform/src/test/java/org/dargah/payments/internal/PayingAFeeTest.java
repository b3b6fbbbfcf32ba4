package org.dargah.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dargah.payments.internal.CounterOfTests.ELSEWHERE;

import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import org.dargah.DargahTest;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.kernel.Rial;
import org.dargah.payments.Confirmation;
import org.dargah.payments.Failing;
import org.dargah.payments.Invitation;
import org.dargah.payments.LedgerLine;
import org.dargah.payments.LedgerLine.Side;
import org.dargah.payments.Payment;
import org.dargah.payments.PaymentFailed;
import org.dargah.payments.PaymentRefunded;
import org.dargah.payments.PaymentSettled;
import org.dargah.payments.PaymentState;
import org.dargah.payments.Refunding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The ways of a payment, good and bad, with the sandbox's provider over HTTP. */
@DargahTest
class PayingAFeeTest {

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

    @Test
    void aFeeIsPaidAndEveryAgencyGetsItsShare() {
        Payment payment = counter.invite(1_000_000, 200_000);
        assertThat(payment.state()).isEqualTo(PaymentState.WAITING);
        counter.atTheProvider(payment, "payment");

        assertThat(counter.callback(payment)).isInstanceOf(Confirmation.Settled.class);

        assertThat(counter.now(payment).isPaid()).isTrue();
        assertThat(counter.now(payment).reference()).matches("\\d{4}-\\d{4}-\\d{4}");
        assertThat(counter.acts()).containsExactly(Act.PAYMENT_REQUESTED, Act.PAYMENT_SETTLED);
        assertThat(counter.news).singleElement().isInstanceOf(PaymentSettled.class);
        assertThat(ledger.of(ELSEWHERE, payment.id()))
                .extracting(LedgerLine::account, LedgerLine::side, LedgerLine::amount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "provider", Side.DEBIT, new Rial(1_200_000)),
                        org.assertj.core.groups.Tuple.tuple(
                                "agency/asnaf-0", Side.CREDIT, new Rial(1_000_000)),
                        org.assertj.core.groups.Tuple.tuple(
                                "agency/asnaf-1", Side.CREDIT, new Rial(200_000)));
    }

    @Test
    void aCallbackThatComesTwiceSettlesOnce() {
        Payment payment = counter.invite(500);
        counter.atTheProvider(payment, "payment");

        IntStream.range(0, 6)
                .parallel()
                .forEach(
                        _ ->
                                assertThat(counter.callback(payment))
                                        .isInstanceOf(Confirmation.Settled.class));

        assertThat(counter.news).hasSize(1);
        assertThat(counter.acts()).containsExactly(Act.PAYMENT_REQUESTED, Act.PAYMENT_SETTLED);
        assertThat(counter.postings(payment)).isEqualTo(2);
    }

    @Test
    void aCallbackOfSomebodyWhoHasNotPaidSettlesNothing() {
        Payment payment = counter.invite(500);

        assertThat(counter.callback(payment)).isInstanceOf(Confirmation.NotPaid.class);
        assertThat(counter.now(payment).state()).isEqualTo(PaymentState.WAITING);
        assertThat(counter.news).isEmpty();
    }

    @Test
    void theSameRequestManyTimesAtOnceIsOnePayment() {
        long payments =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(_ -> counter.invite(500).id())
                        .distinct()
                        .count();

        assertThat(payments).isEqualTo(1);
        assertThat(counter.acts()).containsExactly(Act.PAYMENT_REQUESTED);
    }

    @Test
    void whatIsPaidIsNotAskedForAgain() {
        Payment payment = counter.invite(500);
        counter.atTheProvider(payment, "silent-payment");

        assertThat(counter.teller.invite(counter.wanted(500)))
                .isInstanceOf(Invitation.AlreadyPaid.class);
        assertThat(counter.news).hasSize(1);
    }

    @Test
    void whoCancelledCanTryAgain() {
        Payment first = counter.invite(500);
        counter.atTheProvider(first, "cancellation");
        assertThat(counter.callback(first)).isInstanceOf(Confirmation.NotPaid.class);
        assertThat(counter.now(first).failing()).isEqualTo(Failing.CANCELLED);

        Payment second = counter.invite(500);
        counter.atTheProvider(second, "payment");

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(counter.callback(second)).isInstanceOf(Confirmation.Settled.class);
        assertThat(counter.news)
                .extracting(Object::getClass)
                .isEqualTo(java.util.List.of(PaymentFailed.class, PaymentSettled.class));
        assertThat(counter.acts())
                .containsExactly(
                        Act.PAYMENT_REQUESTED,
                        Act.PAYMENT_CANCELLED,
                        Act.PAYMENT_REQUESTED,
                        Act.PAYMENT_SETTLED);
    }

    @Test
    void whoCancelledAndComesBackWithoutACallbackGetsAnotherAttemptAtOnce() {
        Payment first = counter.invite(500);
        counter.atTheProvider(first, "cancellation");

        assertThat(counter.invite(500).attempt()).isEqualTo(2);
    }

    @Test
    void aSilentPaymentIsFoundWithinMinutes() {
        Payment payment = counter.invite(500);
        counter.atTheProvider(payment, "silent-payment");

        counter.rounds.round();
        assertThat(counter.now(payment).state()).as("too early").isEqualTo(PaymentState.WAITING);
        counter.later(Duration.ofSeconds(61));
        counter.rounds.round();

        assertThat(counter.now(payment).isPaid()).isTrue();
        assertThat(counter.news).hasSize(1);
        assertThat(counter.postings(payment)).isEqualTo(2);
    }

    @Test
    void nobodyIsWaitedForLongerThanADay() {
        Payment payment = counter.invite(500);
        counter.later(Duration.ofHours(25));
        counter.rounds.round();

        assertThat(counter.now(payment).failing()).isEqualTo(Failing.ABANDONED);
        assertThat(counter.acts()).containsExactly(Act.PAYMENT_REQUESTED, Act.PAYMENT_FAILED);
    }

    @Test
    void moneyThatComesLateIsMoney() {
        Payment payment = counter.invite(500);
        counter.later(Duration.ofHours(25));
        counter.rounds.round();
        counter.atTheProvider(payment, "payment");

        assertThat(counter.callback(payment)).isInstanceOf(Confirmation.Settled.class);
        assertThat(counter.now(payment).failing()).isNull();
    }

    @Test
    void moneyForWhatIsPaidAlreadyGoesBack() {
        Payment abandoned = counter.invite(500);
        counter.later(Duration.ofHours(25));
        counter.rounds.round();
        Payment second = counter.invite(500);
        counter.atTheProvider(second, "payment");
        counter.callback(second);

        counter.atTheProvider(abandoned, "payment");
        counter.callback(abandoned);
        counter.rounds.round();

        assertThat(counter.now(second).isPaid()).isTrue();
        assertThat(counter.now(abandoned).state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(counter.imbalance(abandoned.id().value())).isZero();
        assertThat(counter.news).filteredOn(PaymentSettled.class::isInstance).hasSize(1);
        assertThat(counter.news).noneMatch(PaymentRefunded.class::isInstance);
    }

    @Test
    void otherFeesReplaceWhatNobodyHasPaid() {
        Payment first = counter.invite(500);
        Payment second = counter.invite(700);

        assertThat(counter.now(first).failing()).isEqualTo(Failing.REPLACED);
        assertThat(second.amount()).isEqualTo(new Rial(700));
        counter.atTheProvider(first, "payment");
        counter.callback(first);
        assertThat(counter.now(first).state()).isEqualTo(PaymentState.REFUNDING);
        assertThat(counter.news).noneMatch(PaymentSettled.class::isInstance);
    }

    @Test
    void aRefundTurnsTheLedgerAndHappensOnce() {
        Payment payment = counter.invite(500);
        counter.atTheProvider(payment, "payment");
        counter.callback(payment);

        for (int i = 0; i < 2; i++) {
            assertThat(counter.teller.refund(counter.row(payment), counter.caller()))
                    .isInstanceOf(Refunding.Refunded.class);
        }

        assertThat(counter.postings(payment)).isEqualTo(4);
        assertThat(counter.imbalance(payment.id().value())).isZero();
        assertThat(counter.news).filteredOn(PaymentRefunded.class::isInstance).hasSize(1);
        assertThat(counter.acts())
                .containsExactly(
                        Act.PAYMENT_REQUESTED,
                        Act.PAYMENT_SETTLED,
                        Act.REFUND_DECIDED,
                        Act.PAYMENT_REFUNDED);
    }

    @Test
    void whatWasNotPaidIsNotRefunded() {
        Payment payment = counter.invite(500);

        assertThat(counter.teller.refund(counter.row(payment), counter.caller()))
                .isInstanceOf(Refunding.Refused.class);
        assertThat(counter.now(payment).state()).isEqualTo(PaymentState.WAITING);
    }

    @Test
    void incomeIsCountedByAgency() {
        Payment payment = counter.invite(1000, 200);
        counter.atTheProvider(payment, "payment");
        var from = counter.clock.instant();
        counter.callback(payment);

        assertThat(ledger.income(ELSEWHERE, from, counter.clock.instant().plusSeconds(1)))
                .extracting(income -> income.taken().amount())
                .containsExactly(1000L, 200L);
    }
}
