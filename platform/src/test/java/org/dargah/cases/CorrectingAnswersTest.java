package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.TaskTable;
import org.dargah.catalog.TaskKind;
import org.dargah.identity.DemoAccounts;
import org.dargah.identity.Role;
import org.dargah.kernel.Actor;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.TrackingCode;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An officer asks for a correction, and the applicant answers the form anew. */
@DargahTest
class CorrectingAnswersTest {

    private static final byte[] PLAN =
            "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort int port;

    @Autowired CaseTable table;

    @Autowired Corrections corrections;

    @Autowired Acts acts;

    @Autowired DemoAccounts accounts;

    @Autowired JdbcClient jdbc;

    @Autowired Inspections inspections;

    @Autowired TaskTable tasks;

    @Test
    void answersAreMendedCheckedWholeAndShownOldAndNewToTheOfficer() {
        Applying citizen = asked(Personas.SHOPKEEPER);
        Visitor officer = officer("guild-kerman");
        String work = "/work/cases/" + citizen.code;
        assertThat(citizen.page().body()).contains("پاسخ‌های فرم را عوض کنید");
        assertThat(citizen.visitor.open(citizen.form("name")).body()).contains("پوشاک نمونه");

        assertThat(citizen.answer("name", Map.of("unitName", "ن")).status()).isEqualTo(422);
        assertThat(citizen.answer("name", Map.of("unitName", "نان نمونه")).location())
                .isEqualTo(correction(citizen));
        citizen.answer("trade", Map.of("trade", "bakery"));
        upload(citizen);
        assertThat(file(citizen).answers()).containsEntry("unitName", "پوشاک نمونه");
        assertThat(officer.open(work).body()).doesNotContain("نان نمونه").doesNotContain("/files/");

        Visitor.Page missing = send(citizen, "");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body()).contains("href=\"#page-space\"", "مساحت محل");
        assertThat(file(citizen).stage()).isEqualTo(Stage.AWAITING_APPLICANT);
        citizen.answer("space", Map.of("area", "۲۰"));
        citizen.answer("place", Map.of("postcode", "7616611302"));

        assertThat(send(citizen, "").location()).isEqualTo("/cases/" + citizen.code);

        CaseFile now = file(citizen);
        assertThat(now.answers())
                .containsEntry("unitName", "نان نمونه")
                .containsEntry("trade", "bakery")
                .containsEntry("area", 20)
                .containsEntry("postcode", "7616611302");
        assertThat(now.said("address")).isPresent();
        assertThat(now.stage()).isEqualTo(Stage.REVIEWING);
        assertThat(acts.ofCase(now.province(), now.id()))
                .extracting(line -> line.act())
                .containsOnlyOnce(Act.ANSWERS_CORRECTED, Act.CORRECTION_SENT);
        String seen = officer.open(work).body();
        assertThat(seen).contains("پیش از اصلاح", "پوشاک نمونه", "نان نمونه", "/files/");
        assertThat(citizen.page().body()).contains("پیش از اصلاح", "پوشاک نمونه");
        assertThat(corrections.of(now)).hasSize(1);
        assertThat(corrections.of(now).getFirst().before().answers())
                .containsEntry("unitName", "پوشاک نمونه");
        assertThatThrownBy(
                        () ->
                                jdbc.sql(
                                                "update cases.correction set sent_at = sent_at"
                                                        + " where province = 'IR-08'")
                                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(citizen.visitor.open(citizen.form("name")).location())
                .isEqualTo("/cases/" + citizen.code);
    }

    @Test
    void twoClicksSendOneCorrectionAndAnotherTabIsTold() throws Exception {
        Applying citizen = asked(Personas.EXEMPT);
        citizen.answer("name", Map.of("unitName", "نام دوم"));
        Visitor.Form first = page(citizen).form(correction(citizen)).with("correction", "درست شد");
        citizen.answer("name", Map.of("unitName", "نام سوم"));
        Visitor.Page overtaken = citizen.visitor.submit(first);
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.body()).contains("نام سوم", "درست شد");

        Visitor.Form form = page(citizen).form(correction(citizen));
        assertThat(both(() -> citizen.visitor.submit(form).status())).containsOnly(303);

        assertThat(corrections.of(file(citizen))).hasSize(1);
        assertThat(acts.ofCase(file(citizen).province(), file(citizen).id()))
                .filteredOn(line -> line.act() == Act.CORRECTION_SENT)
                .hasSize(1);
        assertThat(file(citizen).answers()).containsEntry("unitName", "نام سوم");
    }

    @Test
    void whatIsNotSentIsUndoneAndNobodyElseSeesIt() {
        Applying citizen = asked(Personas.WITHOUT_DEGREE);
        citizen.answer("name", Map.of("unitName", "نام پنهان"));
        upload(citizen);
        var stranger = new Applying(port).draft(Personas.SOLDIER, Applying.CERTIFICATE);
        for (String path : List.of(correction(citizen), citizen.form("name"))) {
            assertThat(stranger.visitor.open(path).status()).as(path).isEqualTo(404);
            assertThat(new Visitor(port).open(path).status()).as(path).isEqualTo(303);
        }
        assertThat(citizen.page().body()).contains("هنوز فرستاده نشده است");

        String removal = correction(citizen) + "/removal";
        citizen.visitor.submit(page(citizen).form(removal));

        assertThat(page(citizen).body()).doesNotContain("نام پنهان");
        assertThat(send(citizen, "").status()).isEqualTo(422);
        assertThat(send(citizen, "نام همان است که بود.").location())
                .isEqualTo("/cases/" + citizen.code);
        assertThat(corrections.of(file(citizen))).isEmpty();
        assertThat(file(citizen).answers())
                .containsEntry("unitName", "پوشاک نمونه")
                .doesNotContainKey("plan");
        assertThat(citizen.page().body()).doesNotContain("/files/");
    }

    @Test
    void whoTakesTheCaseBackLeavesNothingUnsent() {
        Applying citizen = asked(Personas.ABSENT);
        citizen.answer("name", Map.of("unitName", "نام دیگر"));
        upload(citizen);
        String withdrawal = "/cases/" + citizen.code + "/withdrawal";

        citizen.visitor.submit(citizen.visitor.open(withdrawal).form(withdrawal));

        assertThat(file(citizen).stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(corrections.open(file(citizen)).revision()).isZero();
        assertThat(
                        jdbc.sql(
                                        "select count(*) from cases.correction_draft where province"
                                                + " = 'IR-08' and case_id = :c")
                                .param("c", file(citizen).key())
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(citizen.page().body()).doesNotContain("/files/");
    }

    @Test
    void aListIsSentAnewRowByRowAndWhatWasPaidStays() {
        Applying citizen = kitchen();
        String list = "/work/cases/" + citizen.code + "/lists/staff";
        Visitor officer = officer("health");
        citizen.answer("work", Map.of("work", "restaurant"));
        Visitor.Page costs = send(citizen, "");
        assertThat(costs.status()).isEqualTo(422);
        assertThat(costs.body()).contains("۴۵۰٬۰۰۰ ریال", "۸۰۰٬۰۰۰ ریال");
        citizen.answer("work", Map.of("work", "catering"));
        assertThat(citizen.upload("staff", staff(row(1, "1404/01/40"))).status()).isEqualTo(422);
        assertThat(
                        citizen.upload(
                                        "staff",
                                        staff(
                                                row(1, "1407/01/01"),
                                                row(2, "1408/01/01"),
                                                row(4, "1407/01/01")))
                                .location())
                .isEqualTo(correction(citizen));
        assertThat(page(citizen).body()).contains("۱ افزوده", "۱ برداشته", "۱ عوض‌شده");
        assertThat(officer.open(list).body()).contains("نام ۳").doesNotContain("نام ۴");

        assertThat(send(citizen, "").location()).isEqualTo("/cases/" + citizen.code);

        assertThat(officer.open("/work/cases/" + citizen.code).body())
                .contains("۱ افزوده", "۱ برداشته", "۱ عوض‌شده", "lists/staff?before=1");
        assertThat(officer.open(list).body()).contains("نام ۴").doesNotContain("نام ۳");
        assertThat(officer.open(list + "?before=1").body()).contains("نام ۳");
        assertThat(officer.open(list + "?before=3").status()).isEqualTo(404);
        assertThat(file(citizen).fee().amount()).isEqualTo(800_000);
    }

    private static String staff(String... rows) {
        return "کد ملی,نام,نام خانوادگی,پایان اعتبار کارت\r\n" + String.join("", rows);
    }

    private static String row(int person, String until) {
        return "%s,نام %d,نمونه‌پور,%s\r\n"
                .formatted(NationalId.demo(500 + person).digits(), person, until);
    }

    /** An industrial kitchen that was visited, and for which an officer asks a correction. */
    private Applying kitchen() {
        var citizen =
                new Applying(port)
                        .draft(
                                Personas.WITHOUT_DEGREE,
                                "/apply/medical-university-kerman/food-premises-permit");
        citizen.answer("place", Map.of("postcode", "7616611301"));
        citizen.answer("work", Map.of("work", "catering"));
        citizen.upload(
                "staff", staff(row(1, "1407/01/01"), row(2, "1407/01/01"), row(3, "1407/01/01")));
        citizen.answer("name", Map.of("unitName", "آشپزخانهٔ نمونه"));
        pay(citizen);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> tasks.open(file(citizen), TaskKind.INSPECTION).isPresent());
        Task visit = tasks.open(file(citizen), TaskKind.INSPECTION).orElseThrow();
        var inspector =
                new Official(
                        file(citizen).province(),
                        file(citizen).agency(),
                        new Actor(Actor.Kind.OFFICER, "inspector", "بازرس نمونه"),
                        Set.of(Role.INSPECTOR));
        LocalDate today = Tehran.today(Clock.systemUTC());
        inspections.schedule(inspector, visit.id(), visit.revision(), today, Visit.Hours.MORNING);
        visit = tasks.open(file(citizen), TaskKind.INSPECTION).orElseThrow();
        Map<String, Object> found =
                Map.of(
                        "surfaces",
                        true,
                        "pipedWater",
                        true,
                        "warmBasin",
                        true,
                        "fridge",
                        4,
                        "closedBins",
                        true,
                        "staff",
                        3,
                        "staffWithCard",
                        3);
        assertThat(
                        inspections.report(
                                inspector,
                                visit.id(),
                                visit.revision(),
                                new Inspections.Report(found, true, ""),
                                List::of))
                .isInstanceOf(Doing.Done.class);
        askCorrection(citizen, "health");
        return citizen;
    }

    private static String correction(Applying citizen) {
        return "/cases/" + citizen.code + "/correction";
    }

    private static Visitor.Page page(Applying citizen) {
        return citizen.visitor.open(correction(citizen));
    }

    private static Visitor.Page send(Applying citizen, String words) {
        return citizen.visitor.submit(
                page(citizen).form(correction(citizen)).with("correction", words));
    }

    private static void upload(Applying citizen) {
        String plan = citizen.form("plan");
        citizen.visitor.upload(citizen.visitor.open(plan).form(plan), "plan", "plan.pdf", PLAN);
    }

    private static <T> List<T> both(java.util.concurrent.Callable<T> act) throws Exception {
        try (var two = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = two.invokeAll(List.of(act, act));
            return futures.stream().map(Future::resultNow).toList();
        }
    }

    /** A paid application for a shop, for which an officer asks a correction. */
    private Applying asked(Citizen person) {
        var citizen = new Applying(port).draft(person, Applying.LICENCE);
        citizen.answer("place", Map.of("postcode", "7616611301"));
        citizen.answer("trade", Map.of("trade", "clothing"));
        citizen.answer("name", Map.of("unitName", "پوشاک نمونه"));
        citizen.answer("plan", Map.of());
        pay(citizen);
        askCorrection(citizen, "guild-kerman");
        return citizen;
    }

    private static void pay(Applying citizen) {
        Visitor.Page due = citizen.visitor.submit(citizen.lastForm());
        String provider = Objects.requireNonNull(due.location());
        Visitor.Page paying = citizen.visitor.open(provider);
        citizen.visitor.follow(citizen.visitor.submit(paying.form(provider + "/payment")));
    }

    private void askCorrection(Applying citizen, String username) {
        Visitor officer = officer(username);
        String decision = "/work/cases/" + citizen.code + "/decision";
        await().until(
                        () ->
                                officer.open("/work/cases/" + citizen.code)
                                        .body()
                                        .contains("action=\"" + decision));
        Visitor.Page asked =
                officer.submit(
                        officer.open("/work/cases/" + citizen.code)
                                .form(decision)
                                .with("choice", "ASK_CORRECTION")
                                .with("explanation", "پاسخ‌ها را درست کنید."));
        assertThat(asked.status()).as(asked.body()).isEqualTo(303);
        assertThat(file(citizen).stage()).isEqualTo(Stage.AWAITING_APPLICANT);
    }

    private Visitor officer(String username) {
        var officer = new Visitor(port);
        officer.signInAtWork(username, accounts.password(username));
        return officer;
    }

    private CaseFile file(Applying citizen) {
        return table.find(new Province("IR-08"), new TrackingCode(citizen.code)).orElseThrow();
    }
}
