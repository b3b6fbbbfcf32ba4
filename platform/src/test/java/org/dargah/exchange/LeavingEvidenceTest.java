package org.dargah.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.dargah.DargahTest;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.RecordedAct;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Caller;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Channel;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The shopkeeper of the sandbox is asked about; the row and the act stay whatever comes after. */
@DargahTest
class LeavingEvidenceTest {

    private static final Province KERMAN = new Province("IR-08");
    private static final String SHOPKEEPER = "9990000018";

    @Autowired Exchange exchange;
    @Autowired Inquiries inquiries;
    @Autowired Acts acts;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final PersonId person = PersonId.next(Clock.systemUTC());
    private final CaseId caseId = CaseId.next(Clock.systemUTC());

    private Answer ask(String nationalId, String purpose, String... fields) {
        Actor officer = new Actor(Actor.Kind.OFFICER, "officer-1", "کارشناس صدور پروانه");
        Caller caller =
                new Caller(
                        new AgencyCode("asnaf"),
                        officer,
                        Channel.PORTAL,
                        new Purpose(purpose),
                        caseId,
                        3);
        Question question =
                new Question("civil/person@1", Map.of("nationalId", nationalId), List.of(fields));
        return exchange.ask(question, caller, person);
    }

    @Test
    void anAnswerLeavesWhoAskedWhatAndWhyButNoValue() {
        Answer answer = ask(SHOPKEEPER, "application", "firstName", "birthDate");

        assertThat(answer).isInstanceOf(Answer.Known.class);
        assertThat(((Answer.Known) answer).fields())
                .containsOnlyKeys("firstName", "birthDate")
                .containsEntry("birthDate", "1989-05-05");
        assertThat(inquiries.about(KERMAN, person, null, 10))
                .singleElement()
                .satisfies(
                        inquiry -> {
                            assertThat(inquiry.agency()).isEqualTo(new AgencyCode("asnaf"));
                            assertThat(inquiry.purpose().code()).isEqualTo("application");
                            assertThat(inquiry.condition()).isEqualTo(3);
                            assertThat(inquiry.fields()).containsExactly("firstName", "birthDate");
                            assertThat(inquiry.outcome()).isEqualTo(Inquiry.Outcome.KNOWN);
                        });
        assertThat(rowAsText()).doesNotContain(SHOPKEEPER, "1989-05-05", "نمونه");
        assertThat(act().act()).isEqualTo(Act.INQUIRY_ANSWERED);
        assertThat(act().entry().subject()).isEqualTo(person);
    }

    private String rowAsText() {
        return jdbc.sql(
                        """
                        select row_to_json(i)::text from exchange.inquiry i
                        where province = 'IR-08' and case_id = :id
                        """)
                .param("id", caseId.value())
                .query(String.class)
                .single();
    }

    private RecordedAct act() {
        return acts.ofCase(KERMAN, caseId).getFirst();
    }

    @Test
    void refusedAndFruitlessQuestionsLeaveEvidenceToo() {
        assertThat(ask(SHOPKEEPER, "curiosity", "firstName")).isInstanceOf(Answer.Refused.class);
        assertThat(act().act()).isEqualTo(Act.INQUIRY_REFUSED);

        assertThat(ask("9999999999", "application", "firstName"))
                .isInstanceOf(Answer.Refused.class);
        assertThat(ask(NationalId.demo(900_000).digits(), "application", "firstName"))
                .isInstanceOf(Answer.NotFound.class);
        assertThat(act().act()).isEqualTo(Act.INQUIRY_FOUND_NOTHING);

        assertThat(inquiries.ofCase(KERMAN, caseId))
                .extracting(Inquiry::reason)
                .containsExactly("PURPOSE_NOT_ALLOWED", "KEY_NOT_VALID", null);
    }

    @Test
    void evidenceStaysWhenTheCallerFails() {
        assertThatThrownBy(
                        () ->
                                transaction.executeWithoutResult(
                                        status -> {
                                            ask(SHOPKEEPER, "application", "firstName");
                                            throw new IllegalStateException("later");
                                        }))
                .hasMessage("later");

        assertThat(inquiries.ofCase(KERMAN, caseId)).hasSize(1);
        assertThat(act().act()).isEqualTo(Act.INQUIRY_ANSWERED);
    }

    @Test
    void evidenceCannotBeRewritten() {
        ask(SHOPKEEPER, "application", "firstName");
        for (String statement :
                List.of(
                        "update exchange.inquiry set purpose = 'other' where province = 'IR-08'",
                        "delete from exchange.inquiry where province = 'IR-08'",
                        "truncate exchange.inquiry")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }
}
