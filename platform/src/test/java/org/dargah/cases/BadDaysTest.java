package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.World;
import org.dargah.cases.internal.CaseTable;
import org.dargah.identity.DemoAccounts;
import org.dargah.identity.Identity;
import org.dargah.identity.Person;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Province;
import org.dargah.kernel.TrackingCode;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DargahTest
class BadDaysTest {

    @LocalServerPort int port;

    @Autowired JdbcClient jdbc;

    @Autowired DemoAccounts accounts;

    @Autowired CaseTable table;

    @Autowired Applications applications;

    @Autowired Identity identity;

    @AfterEach
    void everyRegistryAnswersAgain() throws Exception {
        control("DELETE", "/control", "");
    }

    @Test
    void aDoubleClickMakesOneCaseWithOneTextAndOneProcess() throws Exception {
        var citizen = new Applying(port).draft(Personas.EXEMPT, Applying.CERTIFICATE);
        citizen.answer("recipient", Map.of("recipient", "study"));
        Visitor.Form form = citizen.lastForm();

        List<Visitor.Page> answers = atOnce(8, () -> citizen.visitor.submit(form));

        assertThat(answers)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.status()).isEqualTo(303);
                            assertThat(answer.location())
                                    .isEqualTo("/cases/" + citizen.code + "/receipt");
                        });
        citizen.waitFor("پذیرفته شد");
        assertThat(count("select count(*) from cases.case_file where tracking = ?", citizen.code))
                .isEqualTo(1);
        assertThat(acts(citizen.code, "CASE_SUBMITTED")).isEqualTo(1);
        assertThat(acts(citizen.code, "CASE_APPROVED")).isEqualTo(1);
        assertThat(acts(citizen.code, "CERTIFICATE_ISSUED")).isEqualTo(1);
    }

    @Test
    void handingInFromManySidesInTheSameInstantMakesOneCase() throws Exception {
        var citizen = new Applying(port).draft(Personas.SHOPKEEPER, Applying.CERTIFICATE);
        citizen.answer("recipient", Map.of("recipient", "study"));
        CaseFile draft =
                table.find(new Province("IR-08"), new TrackingCode(citizen.code)).orElseThrow();
        Person person = identity.person(draft.subject()).orElseThrow();
        var applicant =
                new Applicant(
                        draft.province(),
                        person.id(),
                        person.nationalId(),
                        person.name(),
                        java.util.Objects.requireNonNull(person.mobile()),
                        new Actor(Actor.Kind.CITIZEN, person.id().toString(), "متقاضی"),
                        Channel.PORTAL);
        var together = new CyclicBarrier(6);

        List<Submission> answers =
                atOnce(
                        6,
                        () -> {
                            together.await();
                            return applications.submit(applicant, draft);
                        });

        assertThat(answers).allMatch(Submission.Submitted.class::isInstance);
        citizen.waitFor("پذیرفته شد");
        assertThat(acts(citizen.code, "CASE_SUBMITTED")).isEqualTo(1);
        assertThat(acts(citizen.code, "CERTIFICATE_ISSUED")).isEqualTo(1);
    }

    @Test
    void twoStartsWithTheSameKeyOpenOneDraft() throws Exception {
        var visitor = new Visitor(port);
        Visitor.Page start =
                visitor.follow(visitor.signIn(Personas.OFFICE_OWNER, Applying.CERTIFICATE));
        Visitor.Form form = start.form(Applying.CERTIFICATE);

        List<Visitor.Page> answers = atOnce(4, () -> visitor.submit(form));

        assertThat(answers.stream().map(Visitor.Page::location).distinct()).hasSize(1);
    }

    @Test
    void aSilentRegistryMakesTheCaseWaitAndItGoesOnByItself() throws Exception {
        control("PUT", "/control/degrees", "{\"fault\":\"error\"}");
        var citizen = new Applying(port).draft(Personas.SOLDIER, Applying.CERTIFICATE);
        assertThat(citizen.page().body()).contains("اکنون پاسخ نمی‌دهد");
        citizen.answer("recipient", Map.of("recipient", "study"));
        assertThat(citizen.visitor.submit(citizen.lastForm()).status()).isEqualTo(303);

        citizen.waitFor("منتظر پاسخ استعلام");
        control("DELETE", "/control", "");
        citizen.waitFor("پذیرفته شد");

        assertThat(acts(citizen.code, "CASE_WAITS_FOR_REGISTRY")).isEqualTo(1);
        assertThat(acts(citizen.code, "CASE_RESUMED")).isEqualTo(1);
    }

    @Test
    void whoHasNoDegreeIsRefusedByTheRuleAndReadsWhichCondition() {
        var citizen = new Applying(port).draft(Personas.WITHOUT_DEGREE, Applying.CERTIFICATE);
        citizen.answer("recipient", Map.of("recipient", "study"));
        citizen.visitor.submit(citizen.lastForm());

        citizen.waitFor("رد شد");

        assertThat(citizen.page().body()).contains("شرط ۲");
    }

    @Test
    void twoOfficersDecideAtOnceAndOneIsTold() throws Exception {
        Applying citizen = licenceUnderReview("دو کارشناس");
        var first = officer("guild-kerman");
        var second = officer("guild-kerman-2");
        Visitor.Form approve = decision(first, citizen.code).with("choice", "APPROVE");
        Visitor.Form refuse =
                decision(second, citizen.code)
                        .with("choice", "REFUSE")
                        .with("conditions", "6")
                        .with("explanation", "با ضوابط صنفی سازگار نیست.");

        List<Visitor.Page> answers =
                atOnce(List.of(() -> first.submit(approve), () -> second.submit(refuse)));

        assertThat(answers.stream().map(Visitor.Page::status)).containsExactlyInAnyOrder(303, 409);
        assertThat(
                        answers.stream()
                                .filter(answer -> answer.status() == 409)
                                .findFirst()
                                .orElseThrow()
                                .body())
                .contains("پرونده تغییر کرده است");
        assertThat(acts(citizen.code, "CASE_APPROVED") + acts(citizen.code, "CASE_REFUSED"))
                .isEqualTo(1);
    }

    @Test
    void whoLooksDecidesAndSeesWhatBecameOfItHasLookedOnce() {
        Applying citizen = licenceUnderReview("یک نگاه");
        var officer = officer("guild-kerman");
        Visitor.Form approve = decision(officer, citizen.code).with("choice", "APPROVE");

        Visitor.Page after = officer.follow(officer.submit(approve));
        assertThat(officer.submit(approve).status()).isEqualTo(303);
        assertThat(officer.submit(approve.with("choice", "REFUSE")).status()).isEqualTo(409);

        assertThat(after.body()).contains("پذیرفته شد");
        assertThat(acts(citizen.code, "CASE_APPROVED")).isEqualTo(1);
        assertThat(acts(citizen.code, "CASE_OPENED")).isEqualTo(1);
        officer("guild-kerman-2").open("/work/cases/" + citizen.code);
        assertThat(acts(citizen.code, "CASE_OPENED")).isEqualTo(2);
        assertThat(citizen.page().body()).contains("درخواست شما پذیرفته شد");
        assertThat(new Visitor(port).open("/track/" + citizen.code).body())
                .contains("در پروندهٔ متقاضی است");
    }

    private Applying licenceUnderReview(String unit) {
        var citizen = new Applying(port).draft(Personas.SHOPKEEPER, Applying.LICENCE);
        citizen.answer("place", Map.of("postcode", "7616611301"));
        citizen.answer("trade", Map.of("trade", "clothing"));
        citizen.answer("name", Map.of("unitName", unit));
        citizen.answer("plan", Map.of());
        Visitor.Page provider = citizen.visitor.submit(citizen.lastForm());
        pay(citizen, java.util.Objects.requireNonNull(provider.location()));
        citizen.waitFor("در حال بررسی");
        return citizen;
    }

    @Test
    void aFormPageThatIsStaleChangesNothingAndLeadsToTheCase() {
        var citizen = new Applying(port).draft(Personas.EXEMPT, Applying.CERTIFICATE);
        String action = "/cases/" + citizen.code + "/form/recipient";
        Visitor.Form stale = citizen.visitor.open(action).form(action);
        citizen.answer("recipient", Map.of("recipient", "study"));
        citizen.visitor.submit(citizen.lastForm());

        Visitor.Page late = citizen.visitor.submit(stale.with("recipient", "employment"));

        assertThat(late.status()).isEqualTo(303);
        assertThat(late.location()).isEqualTo("/cases/" + citizen.code);
        assertThat(citizen.page().body()).contains("ادامهٔ تحصیل").doesNotContain("استخدام و کار");
    }

    @Test
    void aDraftIsNobodyElsesBusiness() {
        var citizen = new Applying(port).draft(Personas.GRADUATE, Applying.LICENCE);
        var stranger = new Visitor(port);

        assertThat(stranger.open("/track/" + citizen.code).status()).isEqualTo(404);
        assertThat(stranger.open("/cases/" + citizen.code).status()).isEqualTo(303);
        assertThat(officer("guild-rafsanjan").open("/work/cases/" + citizen.code).status())
                .isEqualTo(404);
    }

    private static void pay(Applying citizen, String provider) {
        Visitor.Page page = citizen.visitor.open(provider);
        Visitor.Page paid = citizen.visitor.submit(page.form(provider + "/payment"));
        citizen.visitor.follow(paid);
    }

    private Visitor officer(String username) {
        var officer = new Visitor(port);
        officer.signInAtWork(username, accounts.password(username));
        return officer;
    }

    private static Visitor.Form decision(Visitor officer, String code) {
        return officer.open("/work/cases/" + code).form("/work/cases/" + code + "/decision");
    }

    private int acts(String code, String act) {
        return count(
                """
                select count(*) from acts.act a join cases.case_file c on c.id = a.case_id
                where c.tracking = ? and a.act = '%s'
                """
                        .formatted(act),
                code);
    }

    private int count(String sql, String code) {
        return jdbc.sql(sql).param(code).query(Integer.class).single();
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        return atOnce(java.util.Collections.nCopies(times, work));
    }

    private static <T> List<T> atOnce(List<? extends Callable<T>> works) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<T>();
            for (Future<T> answer : threads.invokeAll(works)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static void control(String method, String path, String json) throws Exception {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(World.outside().url() + path))
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }
}
