package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.dargah.DargahTest;
import org.dargah.Program;
import org.dargah.Visitor;
import org.dargah.identity.DemoAccounts;
import org.dargah.kernel.TravellingClock;
import org.dargah.sandbox.people.Citizen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A citizen reads on their own page who wants to ask about them, consents, refuses, withdraws. */
@DargahTest
@Import(Bodies.class)
class GivingConsentTest {

    @LocalServerPort int port;
    @Autowired Bodies bodies;
    @Autowired JdbcClient jdbc;
    @Autowired TravellingClock clock;
    @Autowired DemoAccounts accounts;

    private Employer employer;
    private Citizen citizen;
    private Visitor visitor;

    @BeforeEach
    void open() {
        employer = Employer.admitted(bodies, "کارفرمای نمونه", port);
        citizen = Employer.newcomer();
        visitor = new Visitor(port);
    }

    @AfterEach
    void comeHome() {
        clock.comeHome();
    }

    /** The page of a consent that waits for the citizen, who is signed in. */
    private String asked(Object... more) {
        Program.Reply wish = employer.wants(citizen, more);
        assertThat(wish.status()).as(wish.body()).isEqualTo(201);
        assertThat(wish.at("/state")).isEqualTo("asked");
        String page = "/me/consents/" + wish.at("/id");
        Awaitility.await()
                .untilAsserted(() -> assertThat(Visitor.smsTo(citizen.mobile())).isNotEmpty());
        visitor.follow(visitor.signIn(citizen, "/me/consents"));
        return page;
    }

    /** Presses the button and reads the phone. */
    private String code(String page) {
        int before = Visitor.smsTo(citizen.mobile()).size();
        Visitor.Page sent = visitor.submit(visitor.open(page).form(page + "/codes"));
        assertThat(sent.location()).isEqualTo(page + "/giving");
        return Visitor.newCode(citizen.mobile(), before);
    }

    private Visitor.Form giving(String page, String code) {
        return visitor.open(page + "/giving").form(page + "/giving").with("code", code);
    }

    private String given(Object... more) {
        String page = asked(more);
        assertThat(visitor.submit(giving(page, code(page))).location()).isEqualTo(page);
        return page;
    }

    private static String id(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private String state(String page) {
        return employer.reads(id(page)).at("/state");
    }

    @Test
    void whatIsAskedIsReadGivenUsedAndWithdrawn() {
        String page = asked();
        assertThat(Visitor.smsTo(citizen.mobile()).getLast())
                .contains("کارفرمای نمونه", "عنوان مقطع", "سنجش مدرک", "/me/consents")
                .doesNotContain(citizen.nationalId());
        assertThat(visitor.open("/me").body()).contains("۱ درخواست رضایت منتظر پاسخ شماست");
        assertThat(visitor.open("/me/consents").body())
                .contains("کارفرمای نمونه", "منتظر پاسخ شما", page);
        assertThat(visitor.open(page).body())
                .contains(
                        "سامانهٔ «کارفرمای نمونه»",
                        "عنوان مقطع",
                        "سنجش مدرک تحصیلی شما",
                        "قانون تجارت الکترونیکی، مادهٔ ۵۹",
                        "HR-77",
                        "هر بار که لازم باشد");

        String code = code(page);
        assertThat(visitor.open(page + "/giving").body()).contains("متن رضایت‌نامه");
        assertThat(visitor.submit(giving(page, code)).location()).isEqualTo(page);

        Program.Reply answer = employer.asks(citizen, "levelTitle");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(visitor.open(page).body())
                .contains("برقرار", "پس گرفتن رضایت", "/me/usages/" + answer.at("/inquiry"));
        assertThat(visitor.open("/me/usages/" + answer.at("/inquiry")).body())
                .contains("href=\"" + page + "\"");
        assertThat(visitor.open(page + "/artefact").body())
                .isEqualTo(employer.reads(id(page)).at("/artefact"));
        Awaitility.await()
                .untilAsserted(
                        () ->
                                assertThat(visitor.open(page + "/receipt").body())
                                        .contains("CONSENT_GIVEN", "tlog-proof"));

        Visitor.Form withdrawal = visitor.open(page + "/withdrawal").form(page + "/withdrawal");
        assertThat(visitor.submit(withdrawal).location()).isEqualTo(page);
        assertThat(visitor.submit(withdrawal).location()).isEqualTo(page);

        Program.Reply refused = employer.asks(citizen, "levelTitle");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/reason")).isEqualTo("consent-missing");
        assertThat(refused.at("/detail")).contains("withdrawn");
        assertThat(state(page)).isEqualTo("withdrawn");
        assertThat(visitor.open(page).body()).contains("پس گرفتید");
        assertThat(acts("CONSENT_WITHDRAWN", page)).isEqualTo(1);
        assertThat(records(page)).isEqualTo(2);
    }

    private int acts(String act, String page) {
        return jdbc.sql(
                        "select count(*) from acts.act where act = :act"
                                + " and details ->> 'consent' = :id")
                .param("act", act)
                .param("id", id(page))
                .query(Integer.class)
                .single();
    }

    private int records(String page) {
        return jdbc.sql(
                        """
                        select count(*) from evidence.record
                        where convert_from(record, 'UTF8') like '%"act":"CONSENT_%' || :id || '%'
                        """)
                .param("id", id(page))
                .query(Integer.class)
                .single();
    }

    @Test
    void whoRefusesIsAskedNothing() {
        String page = asked();
        Visitor.Form refusal = visitor.open(page + "/refusal").form(page + "/refusal");

        assertThat(visitor.submit(refusal).location()).isEqualTo(page);
        assertThat(visitor.submit(refusal).location()).isEqualTo(page);

        assertThat(visitor.open(page).body()).contains("نپذیرفتید").doesNotContain("/codes");
        assertThat(state(page)).isEqualTo("refused");
        assertThat(employer.asks(citizen, "year").at("/detail")).contains("refused");
        assertThat(acts("CONSENT_REFUSED", page)).isEqualTo(1);
        assertThat(visitor.open(page + "/giving").location()).isEqualTo(page);
    }

    @Test
    void aWrongOrOldCodeGivesNothing() {
        String page = asked();
        String code = code(page);
        String wrong = code.equals("000000") ? "111111" : "000000";

        assertThat(visitor.submit(giving(page, "12")).status()).isEqualTo(422);
        Visitor.Page again = visitor.submit(giving(page, wrong));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("۴ بار دیگر");
        for (int i = 0; i < 4; i++) {
            visitor.submit(giving(page, wrong));
        }
        assertThat(visitor.submit(giving(page, code)).body()).contains("دیگر کار نمی‌کند");
        assertThat(state(page)).isEqualTo("asked");

        String fresh = code(page);
        clock.travelTo(Clock.systemUTC().instant().plus(Duration.ofMinutes(3)));
        assertThat(visitor.submit(giving(page, fresh)).body()).contains("زمان این کد گذشته است");
        assertThat(state(page)).isEqualTo("asked");
    }

    @Test
    void thereAreFiveCodesAndNoMore() {
        String page = asked();
        for (int i = 0; i < 5; i++) {
            code(page);
        }
        Visitor.Page none = visitor.submit(visitor.open(page).form(page + "/codes"));
        assertThat(none.status()).isEqualTo(429);
        assertThat(none.body()).contains("کدی فرستاده نشد");
    }

    @Test
    void aCodeOfThePageOrOfASignInDoesNotServeAtACounter() {
        String page = asked();
        String code = code(page);

        assertThat(employer.tells(id(page), code).at("/reason")).isEqualTo("none");
        int before = Visitor.smsTo(citizen.mobile()).size();
        assertThat(new Visitor(port).claim(citizen, "/me").location()).isEqualTo("/sign-in/code");
        String ofSignIn = Visitor.newCode(citizen.mobile(), before);
        if (!ofSignIn.equals(code)) {
            assertThat(visitor.submit(giving(page, ofSignIn)).status()).isEqualTo(422);
        }
        assertThat(visitor.submit(giving(page, code)).location()).isEqualTo(page);
    }

    @Test
    void aDoubleClickGivesOnce() throws Exception {
        String page = asked();
        Visitor.Form form = giving(page, code(page));
        Callable<Visitor.Page> click = () -> visitor.submit(form);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(List.of(click, click, click))) {
                assertThat(one.get().location()).isEqualTo(page);
            }
        }

        assertThat(state(page)).isEqualTo("given");
        assertThat(acts("CONSENT_GIVEN", page)).isEqualTo(1);
        assertThat(records(page)).isEqualTo(1);
    }

    @Test
    void nobodyElseReadsOrAnswersIt() {
        String page = given();
        Visitor stranger = new Visitor(port);
        Citizen other = Employer.newcomer();
        stranger.follow(stranger.signIn(other, "/me/consents"));

        for (String way :
                List.of("", "/giving", "/refusal", "/withdrawal", "/artefact", "/receipt")) {
            assertThat(stranger.open(page + way).status()).as(way).isEqualTo(404);
        }
        Visitor.Form forged =
                new Visitor.Form(
                        page + "/withdrawal", stranger.open("/me").form("/sign-out").fields());
        assertThat(stranger.submit(forged).status()).isEqualTo(404);
        assertThat(state(page)).isEqualTo("given");
        assertThat(stranger.open("/me/consents").body())
                .contains("هنوز کسی از شما رضایت نخواسته است")
                .doesNotContain("کارفرمای نمونه");
        assertThat(new Visitor(port).open(page).status()).isEqualTo(303);
    }

    @Test
    void aConsentThatIsWithdrawnWhileAQuestionIsOnItsWayDoesNotComeBack() throws Exception {
        String page = given("once", true);
        Visitor.Form withdrawal = visitor.open(page + "/withdrawal").form(page + "/withdrawal");
        Employer.outside("PUT", "/control/degrees", "{\"latency\":1500,\"fault\":\"error\"}");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Program.Reply> asked = threads.submit(() -> employer.asks(citizen, "year"));
            Awaitility.await().untilAsserted(() -> assertThat(state(page)).isEqualTo("used"));
            assertThat(visitor.submit(withdrawal).location()).isEqualTo(page);
            assertThat(asked.get().status()).isEqualTo(503);
        } finally {
            Employer.outside("PUT", "/control/degrees", "{\"fault\":\"none\"}");
        }

        assertThat(state(page)).isEqualTo("withdrawn");
        assertThat(employer.asks(citizen, "year").at("/detail")).contains("withdrawn");
    }

    @Test
    void whatIsNotAnsweredInAWeekIsOver() {
        String page = asked("until", Instant.now().plus(Duration.ofDays(30)).toString());

        jdbc.sql(
                        "update exchange.consent set asked_at = asked_at - interval '8 days'"
                                + " where id = :id::uuid")
                .param("id", id(page))
                .update();

        assertThat(visitor.open(page).body()).contains("پایان یافت").doesNotContain("/codes");
        assertThat(state(page)).isEqualTo("expired");
    }

    @Test
    void anAdministratorReadsThatTheRightNeedsConsent() {
        Visitor administrator = new Visitor(port);
        administrator.signInAtWork("administrator", accounts.password("administrator"));
        String home = "/work/rights/" + employer.body().client().id();

        assertThat(administrator.open(home).body()).contains("با رضایت شخص");
        assertThat(employer.body().program().get("/api/v1/access-rights").at("/items/0/consent"))
                .isEqualTo("true");
    }
}
