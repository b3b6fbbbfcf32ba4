package org.dargah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.cases.EffectApproved;
import org.dargah.exchange.Rights;
import org.dargah.identity.DemoAccounts;
import org.dargah.identity.Scope;
import org.dargah.inquiries.Bodies;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** An organisation asks to be allowed to ask: a case like any other, with an officer's review. */
@DargahTest
@Import(Bodies.class)
class AskingForAccessTest {

    private static final Province KERMAN = new Province("IR-08");

    @LocalServerPort int port;
    @Autowired Bodies bodies;
    @Autowired Rights rights;
    @Autowired DemoAccounts accounts;
    @Autowired JdbcClient jdbc;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;

    private Visitor officer = new Visitor(0);

    @BeforeEach
    void signIn() {
        officer = new Visitor(port);
        officer.signInAtWork("access", accounts.password("access"));
    }

    private Organisation organisation(Scope... scopes) {
        return new Organisation(bodies.admit("بیمهٔ درخواست‌گر", "health-insurance", port, scopes));
    }

    private Organisation organisation() {
        return organisation(Scope.CASES_WRITE, Scope.CASES_READ, Scope.INQUIRIES);
    }

    @Test
    void anOfficerApprovesAndTheVeryProgramThatAskedMayAskFromThen() {
        Organisation insurer = organisation();
        assertThat(insurer.asks()).isEqualTo(403);

        String code = insurer.reviewed();
        assertThat(officer.open("/work/cases/" + code).body())
                .contains("با پذیرفتن چه می‌شود")
                .contains("بیمهٔ درخواست‌گر", "ادارهٔ کل بیمهٔ سلامت استان کرمان")
                .contains("ثبت احوال", "ارائهٔ خدمت دستگاه دیگر به شما بدون گرفتن رونوشت")
                .contains("قانون مدیریت داده‌ها و اطلاعات ملی")
                .contains("قلم‌های شخصی", "نام، تاریخ تولد", "۲۰ پرسش در دقیقه")
                .contains("به‌جای رونوشت شناسنامه")
                .doesNotContain("civil/person@1", "service-delivery", "firstName");
        assertThat(insurer.rights()).isEmpty();
        assertThat(Organisation.approve(officer, code).status()).isEqualTo(303);

        JsonNode whole = insurer.happened(code, "ACCESS_RIGHT_GRANTED");
        assertThat(whole.at("/brief/stage").asString()).isEqualTo("approved");
        JsonNode right = insurer.rights().get(0);
        assertThat(right.at("/registry").asString()).isEqualTo("civil/person@1");
        assertThat(right.at("/fields").toString()).isEqualTo("[\"firstName\",\"birthDate\"]");
        assertThat(right.at("/perDay").asInt()).isEqualTo(2000);
        assertThat(insurer.asks()).isEqualTo(200);
        JsonNode permit =
                insurer.until(code, it -> it.at("/certificates").size() == 1).at("/certificates/0");
        assertThat(permit.at("/title").asString()).isEqualTo("مجوز دسترسی");
        assertThat(permit.at("/validUntil")).isEqualTo(right.at("/until"));
    }

    @Test
    void theActNamesTheOfficerWhoDecidedTheCaseAndTheNumberOfThePermit() {
        Organisation insurer = organisation();
        String code = insurer.reviewed();
        Organisation.approve(officer, code);
        insurer.happened(code, "ACCESS_RIGHT_GRANTED");

        Map<String, @Nullable Object> act =
                jdbc.sql(
                                """
                                select a.actor_kind, a.actor_title, a.office, a.details::text as details
                                from acts.act a join cases.case_file c
                                    on c.province = a.province and c.id = a.case_id
                                where c.tracking = :code and a.act = 'ACCESS_RIGHT_GRANTED'
                                """)
                        .param("code", code)
                        .query()
                        .singleRow();
        assertThat(act)
                .containsEntry("actor_kind", "OFFICER")
                .containsEntry("actor_title", "کارشناس تبادل داده")
                .containsEntry("office", "governorate");
        assertThat(String.valueOf(act.get("details")))
                .contains(code, insurer.id(), "civil/person@1");
    }

    @Test
    void toldAgainOfTheSameDecisionItGrantsNothingNew() {
        Organisation insurer = organisation();
        String code = insurer.reviewed();
        Organisation.approve(officer, code);
        insurer.happened(code, "ACCESS_RIGHT_GRANTED");

        tellAgain(code);
        assertThat(rights.ofClient(insurer.id())).hasSize(1);
        assertThat(Organisation.acts(jdbc, code, "ACCESS_RIGHT_GRANTED")).isEqualTo(1);

        bodies.revoke(rights.ofClient(insurer.id()).getFirst());
        assertThat(insurer.asks()).isEqualTo(403);
        tellAgain(code);
        assertThat(rights.ofClient(insurer.id())).isEmpty();
        assertThat(Organisation.acts(jdbc, code, "ACCESS_RIGHT_NOT_GRANTED")).isZero();
    }

    /** As the outbox does after a program that died; waits until it was heard. */
    private void tellAgain(String code) {
        CaseId id = Organisation.caseId(jdbc, code);
        transaction.executeWithoutResult(
                status ->
                        events.publishEvent(
                                new EffectApproved(KERMAN, id, "access-right", Instant.now())));
        for (int tries = 0; tries < 300 && unheard() > 0; tries++) {
            LockSupport.parkNanos(100_000_000);
        }
        assertThat(unheard()).isZero();
    }

    private long unheard() {
        return jdbc.sql(
                        """
                        select count(*) from events.event_publication
                        where completion_date is null and listener_id like '%access%'
                        """)
                .query(Long.class)
                .single();
    }

    @Test
    void aRefusalCitesItsConditionAndOpensNothing() {
        Organisation insurer = organisation();
        String code = insurer.reviewed();

        Organisation.decide(
                officer,
                code,
                Map.of(
                        "choice",
                        "REFUSE",
                        "conditions",
                        "4",
                        "explanation",
                        "برای این کار تطبیق تاریخ تولد بس است."));

        JsonNode whole =
                insurer.until(code, it -> it.at("/brief/stage").asString().equals("refused"));
        assertThat(whole.at("/decision/conditions").toString()).isEqualTo("[4]");
        tellAgain(code);
        assertThat(insurer.rights()).isEmpty();
        assertThat(insurer.asks()).isEqualTo(403);
    }

    @Test
    void sentTwiceItIsOneCaseAndOneRight() {
        Organisation insurer = organisation();
        String key = UUID.randomUUID().toString();
        String code = insurer.apply(key).at("/trackingCode");
        assertThat(insurer.apply(key).at("/trackingCode")).isEqualTo(code);
        insurer.until(code, it -> it.at("/brief/stage").asString().equals("reviewing"));
        Organisation.approve(officer, code);
        insurer.happened(code, "ACCESS_RIGHT_GRANTED");

        assertThat(insurer.apply(key).at("/stage")).isEqualTo("approved");
        assertThat(rights.ofClient(insurer.id())).hasSize(1);
    }

    @Test
    void whatCannotBeGrantedIsSaidAtOnceAndNothingIsKept() {
        Organisation insurer = organisation();

        assertThat(
                        Organisation.wrong(
                                insurer.apply(Organisation.key(), "registry", "civil/nobody@1")))
                .contains("/answers/registry", "military/service@1");
        assertThat(Organisation.wrong(insurer.apply(Organisation.key(), "purpose", "marketing")))
                .contains("/answers/purpose", "customer-identification");
        assertThat(
                        Organisation.wrong(
                                insurer.apply(
                                        Organisation.key(),
                                        "purpose",
                                        "customer-identification",
                                        "fields",
                                        "gender")))
                .contains("/answers/fields", "fatherName");
        assertThat(Organisation.wrong(insurer.apply(Organisation.key(), "manner", "record")))
                .contains("/answers/fields");
        assertThat(Organisation.wrong(insurer.apply(Organisation.key(), "until", "2020-01-01")))
                .contains("/answers/until");
        assertThat(Organisation.wrong(insurer.apply(Organisation.key(), "fields", "، ،")))
                .contains("/answers/fields");
        assertThat(insurer.program().get("/api/v1/cases").json().at("/items")).isEmpty();
    }

    @Test
    void aProgramWithoutTheScopesCannotAskAndAStrangersSeesNothing() {
        assertThat(organisation(Scope.INQUIRIES).apply(Organisation.key()).status()).isEqualTo(403);
        assertThat(
                        Organisation.wrong(
                                organisation(Scope.CASES_WRITE, Scope.CASES_READ)
                                        .apply(Organisation.key())))
                .contains("/answers/registry", "make inquiries");

        String code = organisation().reviewed();
        Organisation stranger = organisation();
        assertThat(stranger.program().get("/api/v1/cases/" + code).status()).isEqualTo(404);
        var elsewhere = new Visitor(port);
        elsewhere.signInAtWork("guild-kerman", accounts.password("guild-kerman"));
        assertThat(elsewhere.open("/work/cases/" + code).status()).isEqualTo(404);
    }

    @Test
    void thePortalDoesNotOfferItToPeopleAndSaysForWhomItIs() {
        var citizen = new Visitor(port);
        citizen.signIn(Organisation.OFFICIAL, "/me");

        assertThat(citizen.open("/services").body()).doesNotContain("registry-access");
        assertThat(citizen.open("/services/governorate/registry-access").body())
                .contains("این خدمت برای سازمان‌هاست")
                .doesNotContain("/apply/governorate");
        assertThat(citizen.open("/apply/governorate/registry-access").status()).isEqualTo(404);
    }
}
