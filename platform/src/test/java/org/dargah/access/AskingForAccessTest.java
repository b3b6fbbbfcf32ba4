package org.dargah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.dargah.DargahTest;
import org.dargah.Program;
import org.dargah.Visitor;
import org.dargah.cases.EffectApproved;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Manner;
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
        assertThat(acts(code, "ACCESS_RIGHT_GRANTED")).isEqualTo(1);

        bodies.revoke(rights.ofClient(insurer.id()).getFirst());
        assertThat(insurer.asks()).isEqualTo(403);
        tellAgain(code);
        assertThat(rights.ofClient(insurer.id())).isEmpty();
        assertThat(acts(code, "ACCESS_RIGHT_NOT_GRANTED")).isZero();
    }

    /** As the outbox does after a program that died; waits until it was heard. */
    private void tellAgain(String code) {
        CaseId id = caseId(code);
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

    private CaseId caseId(String code) {
        return new CaseId(
                jdbc.sql(
                                """
                                select id from cases.case_file
                                where province = 'IR-08' and tracking = :code
                                """)
                        .param("code", code)
                        .query(UUID.class)
                        .single());
    }

    private long acts(String code, String act) {
        return jdbc.sql(
                        """
                        select count(*) from acts.act
                        where province = 'IR-08' and case_id = :case and act = :act
                        """)
                .param("case", caseId(code).value())
                .param("act", act)
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

        assertThat(wrong(insurer.apply(key(), "registry", "civil/nobody@1")))
                .contains("/answers/registry", "military/service@1");
        assertThat(wrong(insurer.apply(key(), "purpose", "marketing")))
                .contains("/answers/purpose", "customer-identification");
        assertThat(
                        wrong(
                                insurer.apply(
                                        key(),
                                        "purpose",
                                        "customer-identification",
                                        "fields",
                                        "gender")))
                .contains("/answers/fields", "fatherName");
        assertThat(wrong(insurer.apply(key(), "manner", "record"))).contains("/answers/fields");
        assertThat(wrong(insurer.apply(key(), "until", "2020-01-01"))).contains("/answers/until");
        assertThat(wrong(insurer.apply(key(), "fields", "، ،"))).contains("/answers/fields");
        assertThat(insurer.program().get("/api/v1/cases").json().at("/items")).isEmpty();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String wrong(Program.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        return reply.body();
    }

    @Test
    void aProgramWithoutTheScopesCannotAskAndAStrangersSeesNothing() {
        assertThat(organisation(Scope.INQUIRIES).apply(key()).status()).isEqualTo(403);
        assertThat(wrong(organisation(Scope.CASES_WRITE, Scope.CASES_READ).apply(key())))
                .contains("/answers/registry", "make inquiries");

        String code = organisation().reviewed();
        Organisation stranger = organisation();
        assertThat(stranger.program().get("/api/v1/cases/" + code).status()).isEqualTo(404);
        var elsewhere = new Visitor(port);
        elsewhere.signInAtWork("guild-kerman", accounts.password("guild-kerman"));
        assertThat(elsewhere.open("/work/cases/" + code).status()).isEqualTo(404);
    }

    @Test
    void aRightThatIsHeldIsSeenBeforeTheDecisionAndStopsIt() {
        Organisation insurer = organisation();
        String first = insurer.reviewed();
        String second = insurer.reviewed("fields", "birthDate");
        Organisation.approve(officer, first);
        insurer.happened(first, "ACCESS_RIGHT_GRANTED");

        assertThat(officer.open("/work/cases/" + second).body())
                .contains("اکنون نمی‌شود", "نخست باید آن را پس گرفت");
        assertThat(Organisation.approve(officer, second).status()).isEqualTo(422);
        assertThat(wrong(insurer.apply(key()))).contains("/answers/purpose");

        bodies.revoke(rights.ofClient(insurer.id()).getFirst());
        assertThat(Organisation.approve(officer, second).status()).isEqualTo(303);
        insurer.happened(second, "ACCESS_RIGHT_GRANTED");
        assertThat(rights.ofClient(insurer.id()).getFirst().fields()).containsExactly("birthDate");
    }

    @Test
    void aRightWhoseTimeIsOverMakesRoomForTheNext() {
        var body = bodies.admit("بانک پارسال", "bank-sepah", port, Scope.values());
        AccessRight old =
                bodies.allow(
                        body,
                        "civil/person@1",
                        "service-delivery",
                        Manner.MATCH,
                        Bodies.WIDE,
                        "birthDate");
        var bank = new Organisation(body);
        jdbc.sql(
                        """
                        update exchange.access_right set until = '2020-01-01'
                        where province = 'IR-08' and id = :id
                        """)
                .param("id", old.id().value())
                .update();
        LockSupport.parkNanos(1_200_000_000);

        String code = bank.reviewed();
        Organisation.approve(officer, code);

        bank.happened(code, "ACCESS_RIGHT_GRANTED");
        assertThat(bank.asks()).isEqualTo(200);
        assertThat(acts(code, "ACCESS_RIGHT_REVOKED")).isEqualTo(1);
    }

    /** Between decision and grant an administrator gives the same right by hand. */
    @Test
    void whatCannotBeGrantedAfterTheDecisionWaitsForAnAdministrator() {
        var body = bodies.admit("بانک هم‌زمان", "bank-melli", port, Scope.values());
        var bank = new Organisation(body);
        String code = bank.reviewed();
        transaction.executeWithoutResult(
                status -> {
                    bodies.allow(
                            body,
                            "civil/person@1",
                            "service-delivery",
                            Manner.MATCH,
                            Bodies.WIDE,
                            "birthDate");
                    assertThat(Organisation.approve(officer, code).status()).isEqualTo(303);
                });
        bank.happened(code, "ACCESS_RIGHT_NOT_GRANTED");
        assertThat(rights.ofClient(bank.id())).hasSize(1);

        var administrator = new Visitor(port);
        administrator.signInAtWork("administrator", accounts.password("administrator"));
        String home = "/work/ungranted/" + caseId(code);
        assertThat(administrator.open("/work/ungranted").body())
                .contains(home, "بانک هم‌زمان", "برای همین مرجع و هدف حق برقرار دارد");
        Visitor.Form again = administrator.open(home).form(home + "/grant");
        assertThat(administrator.submit(again).status()).isEqualTo(422);

        bodies.revoke(rights.ofClient(bank.id()).getFirst());
        assertThat(administrator.submit(again).location()).startsWith("/work/rights/" + bank.id());
        assertThat(administrator.submit(again).location()).startsWith("/work/rights/" + bank.id());
        assertThat(bank.asks()).isEqualTo(200);
        assertThat(rights.ofClient(bank.id())).hasSize(1);
        assertThat(administrator.open("/work/ungranted").body()).doesNotContain(home);
        assertThat(officer.open(home).status()).isEqualTo(403);
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
