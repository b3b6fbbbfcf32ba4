package org.dargah.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Caller;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Channel;
import org.dargah.kernel.PaymentId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.Rial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** News of payments waits in the outbox as JSON, and must come out as it went in. */
class TellingTheHouseTest {

    private static final Province KERMAN = new Province("IR-08");

    private final PaymentId payment = PaymentId.next(Clock.systemUTC());
    private final CaseId caseId = CaseId.next(Clock.systemUTC());

    @Test
    void newsSurvivesTheOutbox() {
        Rial amount = new Rial(1_200_000);
        Instant paidAt = Instant.parse("2026-11-22T10:41:00.123456Z");
        Stream.of(
                        new PaymentSettled(
                                KERMAN, payment, "fee-1", caseId, amount, "1-2-3", paidAt),
                        new PaymentFailed(KERMAN, payment, "fee-1", null, Failing.CANCELLED),
                        new PaymentRefunded(KERMAN, payment, "fee-1", caseId, amount))
                .forEach(TellingTheHouseTest::survives);
    }

    private static void survives(Object news) {
        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.readValue(json.writeValueAsString(news), news.getClass())).isEqualTo(news);
    }

    @Test
    void whatIsRefundedIsOver() {
        assertThat(PaymentState.WAITING.leadsTo(PaymentState.SETTLED)).isTrue();
        assertThat(PaymentState.REFUNDED.leadsTo(PaymentState.SETTLED)).isFalse();
        assertThat(Stream.of(PaymentState.values()).map(PaymentState::code))
                .allMatch(code -> PaymentState.of(code).code().equals(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cases", "//elsewhere.example", "/\\elsewhere", "/a\r\nb", "/{x}"})
    void aPayerComesBackToUsAndNowhereElse(String elsewhere) {
        PersonId payer = PersonId.next(Clock.systemUTC());
        Caller caller =
                new Caller(
                        new AgencyCode("asnaf"),
                        new Actor(Actor.Kind.CITIZEN, payer.toString(), "متقاضی"),
                        Channel.PORTAL,
                        new Purpose("application"),
                        caseId,
                        null);
        List<Fee> fees = List.of(new Fee(new AgencyCode("asnaf"), "کارمزد", new Rial(1)));

        assertThatThrownBy(
                        () ->
                                new PaymentRequest(
                                        KERMAN, "fee-1", caller, payer, "پروانه", fees, elsewhere))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
