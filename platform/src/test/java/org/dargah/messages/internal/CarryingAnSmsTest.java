package org.dargah.messages.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dargah.DargahTest;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.RecordedAct;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.Province;
import org.dargah.kernel.TravellingClock;
import org.dargah.messages.MessageId;
import org.dargah.messages.Messages;
import org.dargah.messages.SmsText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** In a province of its own, where the running program's courier does not go. */
@DargahTest
class CarryingAnSmsTest {

    private static final Province ELSEWHERE = new Province("IR-99");
    private static final Mobile MOBILE = new Mobile("09130000001");

    @Autowired Messages messages;
    @Autowired SmsOutbox outbox;
    @Autowired Acts acts;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final TravellingClock clock = new TravellingClock();
    private final CaseId caseId = CaseId.next(clock);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private GatewayOfTests gateway;
    private Courier courier;

    @BeforeEach
    void openTheGateway() throws IOException {
        gateway = new GatewayOfTests();
        courier =
                new Courier(
                        ELSEWHERE,
                        outbox,
                        new SmsGateway(gateway.address()),
                        acts,
                        transaction,
                        clock,
                        meters);
    }

    @AfterEach
    void closeTheGateway() {
        gateway.close();
        jdbc.sql("delete from messages.sms where province = 'IR-99'").update();
    }

    private MessageId keep(String text) {
        return Objects.requireNonNull(
                transaction.execute(t -> messages.sms(ELSEWHERE, MOBILE, text, caseId)));
    }

    private record Row(String state, int tries, boolean emptied) {}

    private Row row(MessageId id) {
        return jdbc.sql(
                        """
                        select state, tries, mobile is null and text is null as emptied
                        from messages.sms where province = 'IR-99' and id = :id
                        """)
                .param("id", id.value())
                .query(Row.class)
                .single();
    }

    @Test
    void theGatewayGetsItAndNothingOfItStays() {
        MessageId id = keep("درخواست شما ثبت شد.");
        courier.deliverAll();

        assertThat(gateway.texts()).containsExactly("درخواست شما ثبت شد.");
        assertThat(row(id)).isEqualTo(new Row("sent", 1, true));
        assertThat(acts.ofCase(ELSEWHERE, caseId))
                .extracting(RecordedAct::act)
                .containsExactly(Act.SMS_SENT);
    }

    @Test
    void withoutItsDeedItIsNeverSent() {
        transaction.executeWithoutResult(
                t -> {
                    messages.sms(ELSEWHERE, MOBILE, "هرگز", caseId);
                    t.setRollbackOnly();
                });
        courier.deliverAll();
        assertThat(gateway.requests()).isZero();
        assertThatThrownBy(() -> messages.sms(ELSEWHERE, MOBILE, "هرگز", null))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aGatewayThatFailsIsAskedAgainLaterAndDeliversOnce() {
        gateway.willAnswer(500, 0);
        MessageId id = keep("یک بار");

        courier.deliverAll();
        courier.deliverAll();
        assertThat(gateway.requests()).as("the pause is kept").isEqualTo(1);

        clock.travelTo(clock.instant().plusSeconds(6));
        courier.deliverAll();
        assertThat(row(id)).isEqualTo(new Row("waiting", 2, false));

        clock.travelTo(clock.instant().plusSeconds(11));
        courier.deliverAll();
        assertThat(row(id)).isEqualTo(new Row("sent", 3, true));
        assertThat(gateway.texts()).containsExactly("یک بار");
        assertThat(meters.counter("dargah.sms", "outcome", "unanswered").count()).isEqualTo(2);
        assertThat(meters.counter("dargah.sms", "outcome", "sent").count()).isEqualTo(1);
    }

    @Test
    void whatTheDatabaseRefusesStaysOutOfLogs() {
        SmsOutbox.Sms twice =
                new SmsOutbox.Sms(
                        ELSEWHERE, MessageId.next(clock), MOBILE, new SmsText("راز"), caseId, 0);
        outbox.keep(twice, clock.instant());
        assertThatThrownBy(
                        () ->
                                jdbc.sql(
                                                """
                                                update messages.sms set state = 'sent'
                                                where province = 'IR-99'
                                                """)
                                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .rootCause()
                .hasMessageNotContaining(MOBILE.digits())
                .hasMessageNotContaining("راز");
    }

    @Test
    void aRefusedOneIsGivenUpAndTheCaseSaysSo() {
        gateway.willAnswer(400);
        MessageId id = keep("نادرست");
        courier.deliverAll();
        assertThat(row(id)).isEqualTo(new Row("given-up", 1, true));
        assertThat(acts.ofCase(ELSEWHERE, caseId))
                .extracting(RecordedAct::act)
                .containsExactly(Act.SMS_GIVEN_UP);
    }

    @Test
    void aDayOfSilenceIsEnough() {
        gateway.willAnswer(503, 503);
        MessageId id = keep("دیر");
        courier.deliverAll();
        clock.travelTo(clock.instant().plus(Duration.ofHours(25)));
        courier.deliverAll();
        assertThat(row(id)).isEqualTo(new Row("given-up", 2, true));
    }

    @Test
    void whatACourierDiedWithIsCarriedByTheNext() {
        keep("بازمانده");
        Instant now = clock.instant();
        assertThat(outbox.take(ELSEWHERE, now, now.plusSeconds(60), 10)).hasSize(1);
        courier.deliverAll();
        assertThat(gateway.requests()).isZero();

        clock.travelTo(now.plusSeconds(61));
        courier.deliverAll();
        assertThat(gateway.texts()).containsExactly("بازمانده");
    }

    @Test
    void twoCouriersAtOnceCarryEachMessageOnce() throws InterruptedException {
        List<MessageId> ids = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ids.add(keep("پیام " + i));
        }
        Thread other = Thread.ofVirtual().start(courier::deliverAll);
        courier.deliverAll();
        other.join();
        assertThat(gateway.requests()).isEqualTo(ids.size());
        assertThat(gateway.texts()).hasSize(ids.size());
    }

    @Test
    void pausesGrowAndStopGrowing() {
        assertThat(Courier.pauseAfter(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Courier.pauseAfter(3)).isEqualTo(Duration.ofSeconds(20));
        assertThat(Courier.pauseAfter(500)).isEqualTo(Duration.ofMinutes(15));
    }
}
