package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.cases.internal.CaseTable;
import org.dargah.identity.internal.DemoOfficers;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.Province;
import org.dargah.kernel.TrackingCode;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An employer with five thousand workers, without a browser. */
@DargahTest
class SendingAListOfThousandsTest {

    private static final String SERVICE = "/apply/social-security/insurance-list";

    @LocalServerPort int port;

    @Autowired CaseTable table;
    @Autowired JdbcClient jdbc;
    @Autowired DemoOfficers accounts;

    @Test
    void fiveThousandRowsAreCheckedKeptPaidForAndCertified() {
        var employer = new Applying(port).draft(Personas.SHOPKEEPER, SERVICE);
        String page = employer.visitor.open(employer.form("workshop")).body();
        assertThat(page).contains("کارگاه نمونهٔ نمونه‌پور").contains("کارخانهٔ نمونهٔ نمونه‌پور");
        assertThat(employer.answer("workshop", Map.of("workshop", "0811000001")).location())
                .isEqualTo(employer.form("month"));
        Visitor.Page month =
                employer.answer(
                        "month",
                        Map.of("endsOn.day", "30", "endsOn.month", "8", "endsOn.year", "1405"));
        assertThat(month.location()).as(month.body()).isEqualTo(employer.form("workers"));

        Visitor.Page sent = employer.upload("workers", Payrolls.csv(5000));
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);

        assertThat(answersOf(employer)).hasSizeLessThan(1000);
        assertThat(file(employer).answers().get("workers"))
                .isInstanceOfSatisfying(Rows.class, rows -> assertThat(rows).hasSize(5000));
        assertThat(employer.visitor.open("/cases/" + employer.code + "/lists/workers").body())
                .contains("۵٬۰۰۰ ردیف")
                .contains("?page=2");
        Visitor.Page check = employer.visitor.open("/cases/" + employer.code + "/check");
        assertThat(check.body()).contains("۵٬۰۰۰ ردیف").contains("خودکار حساب شده");

        pay(employer);
        employer.waitFor("/certificates/");
    }

    @Test
    void aListWithFaultsIsRefusedRowByRowAndTheGoodOneStays() {
        Applying employer = atTheList(Personas.GRADUATE);
        employer.upload("workers", Payrolls.csv(120));
        Map<String, Object> good = file(employer).answers();

        Visitor.Page refused =
                employer.upload("workers", Payrolls.csv(200).replace(",30,", ",40,"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("۲۰۰ ردیف را باید درست کنید", "روزهای کار نباید بیشتر از ۳۱ باشد")
                .contains("۱۲۰ ردیف");
        assertThat(file(employer).answers()).isEqualTo(good);
        String faults = "/cases/" + employer.code + "/lists/workers/faults";
        assertThat(employer.visitor.open(faults).body()).contains("۲۰۰ ایراد", "?page=2");
        assertThat(employer.visitor.open(faults + "?page=4").body()).contains("۲۰۱");
        assertThat(employer.visitor.open(faults + ".csv").body().lines()).hasSize(201);

        employer.upload("workers", Payrolls.csv(130));
        assertThat(employer.visitor.open(faults).status()).isEqualTo(404);
        assertThat(listsOf(employer)).isEqualTo(1);
        assertThat(sheetsOf(employer)).isEqualTo(3);
    }

    @Test
    void twoUploadsAtOnceLeaveOneList() throws Exception {
        Applying employer = atTheList(Personas.EXEMPT);
        List<Integer> sizes = List.of(300, 400, 300, 400);
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent =
                    sizes.stream()
                            .map(
                                    rows ->
                                            both.submit(
                                                    () ->
                                                            employer.upload(
                                                                            "workers",
                                                                            Payrolls.csv(rows))
                                                                    .status()))
                            .toList();
            for (var one : sent) {
                assertThat(one.get()).isEqualTo(303);
            }
        }
        assertThat(listsOf(employer)).isEqualTo(1);
        assertThat(file(employer).answers().get("workers")).isInstanceOf(Rows.class);
        int rows = Objects.requireNonNull((Rows) file(employer).answers().get("workers")).size();
        assertThat(rows).isIn(300, 400);
        assertThat(sheetsOf(employer)).isEqualTo(rows / 50);
    }

    @Test
    void fewRowsAreTypedOnThePageAndPastedOnesAreTaken() {
        Applying employer = atTheList(Personas.WITHOUT_DEGREE);
        String typing = employer.form("workers") + "?way=type";
        Visitor.Form form = employer.visitor.open(typing).form(employer.form("workers"));
        form =
                form.with("workers.0.nationalId", NationalId.demo(7).digits())
                        .with("workers.0.firstName", "رضا")
                        .with("workers.0.lastName", "فرضی")
                        .with("workers.0.days", "۳۰")
                        .with("workers.0.wage", "۱۲۰٬۰۰۰٬۰۰۰");
        Visitor.Page refused = employer.visitor.submit(form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("مزایای مشمول را بنویسید")
                .contains("value=\"۱۲۰٬۰۰۰٬۰۰۰\"");
        Visitor.Page more = employer.visitor.submit(form.with("more", "1"));
        assertThat(more.status()).isEqualTo(200);
        assertThat(more.body()).contains("workers.3.nationalId", "value=\"رضا\"");

        assertThat(employer.visitor.submit(form.with("workers.0.benefits", "0")).status())
                .isEqualTo(303);
        assertThat(file(employer).answers()).containsEntry("insuredTotal", 120_000_000);

        String pasting = employer.form("workers") + "?way=paste";
        Visitor.Form paste = employer.visitor.open(pasting).form(employer.form("workers"));
        String rows = Payrolls.csv(40).replace(',', '\t');
        assertThat(employer.visitor.submit(paste.with("workers", rows)).status()).isEqualTo(303);
        assertThat(file(employer).answers().get("workers")).asInstanceOf(LIST).hasSize(40);
    }

    @Test
    void aSpreadsheetComesByHttpAndItsFormulasAreNamed() throws Exception {
        Applying employer = atTheList(Personas.SOLDIER);
        Visitor.Form form =
                employer.visitor.open(employer.form("workers")).form(employer.form("workers"));
        Visitor.Page wrong =
                employer.visitor.upload(form, "workers", "list.xlsx", Payrolls.xlsx(70, true));
        assertThat(wrong.status()).as(wrong.body()).isEqualTo(422);
        assertThat(wrong.body()).contains("۳۱");

        Visitor.Page good =
                employer.visitor.upload(form, "workers", "list.xlsx", Payrolls.xlsx(70, false));
        assertThat(good.status()).as(good.body()).isEqualTo(303);
        assertThat(file(employer).answers().get("workers")).asInstanceOf(LIST).hasSize(70);
        assertThat(
                        employer.visitor
                                .open("/cases/" + employer.code + "/lists/workers?page=2")
                                .body())
                .contains("کارگر نمونه", "۷۰");
    }

    @Test
    void aDoubleClickOnTypedRowsKeepsThemOnce() throws Exception {
        Applying employer = atTheList(Personas.SOLDIER);
        Visitor.Form typed =
                employer.visitor
                        .open(employer.form("workers") + "?way=type")
                        .form(employer.form("workers"))
                        .with("workers.0.nationalId", NationalId.demo(8).digits())
                        .with("workers.0.firstName", "رضا")
                        .with("workers.0.lastName", "فرضی")
                        .with("workers.0.days", "30")
                        .with("workers.0.wage", "120000000")
                        .with("workers.0.benefits", "0");
        try (var twice = Executors.newVirtualThreadPerTaskExecutor()) {
            java.util.concurrent.Callable<Integer> click =
                    () -> employer.visitor.submit(typed).status();
            for (var one : twice.invokeAll(List.of(click, click))) {
                assertThat(one.get()).isEqualTo(303);
            }
        }
        assertThat(file(employer).answers().get("workers")).asInstanceOf(LIST).hasSize(1);
        assertThat(listsOf(employer)).isEqualTo(1);
    }

    @Test
    void nobodyElseReadsTheRows() {
        Applying employer = atTheList(Personas.OFFICE_OWNER);
        employer.upload("workers", Payrolls.csv(3));
        String list = "/cases/" + employer.code + "/lists/workers";
        var stranger = new Applying(port).draft(Personas.SOLDIER, Applying.CERTIFICATE);

        for (String path :
                List.of(list, list + "/rows.csv", list + "/sample.csv", list + "/faults")) {
            assertThat(stranger.visitor.open(path).status()).as(path).isEqualTo(404);
            assertThat(new Visitor(port).open(path).status()).as(path).isEqualTo(303);
        }
        Visitor officer = officer("guild-kerman");
        assertThat(officer.open("/work" + list).status()).isEqualTo(404);
        assertThat(officer("social-security").open("/work" + list).status())
                .as("a draft is nobody's business yet")
                .isEqualTo(404);
        assertThat(employer.visitor.open(list).status()).isEqualTo(200);
        assertThat(employer.visitor.open(list + "/rows.csv").body().lines()).hasSize(4);
    }

    @Test
    void withADraftGoItsLists() {
        Applying employer = atTheList(Personas.ABSENT);
        employer.upload("workers", Payrolls.csv(3));
        UUID id = file(employer).key();
        String discard = "/cases/" + employer.code + "/discard";

        employer.visitor.submit(employer.visitor.open(discard).form(discard));

        assertThat(
                        count(
                                "select count(*) from cases.list where province = 'IR-08' and"
                                        + " case_id = :c",
                                id))
                .isZero();
    }

    @Test
    void anOfficerReadsTheRowsAndTakesThemAlong() {
        Applying employer = atTheList(Personas.SHOPKEEPER);
        employer.upload("workers", Payrolls.csv(60));
        pay(employer);
        employer.waitFor("/certificates/");
        Visitor officer = officer("social-security");
        String list = "/work/cases/" + employer.code + "/lists/workers";

        assertThat(officer.open("/work/cases/" + employer.code).body()).contains(list);
        assertThat(officer.open(list).body()).contains("۶۰ ردیف", "کارگر نمونه");
        assertThat(officer.open(list + "/rows.csv").body().lines()).hasSize(61);
    }

    private Applying atTheList(Citizen citizen) {
        var employer = new Applying(port).draft(citizen, SERVICE);
        String workshops = employer.visitor.open(employer.form("workshop")).body();
        var first = java.util.regex.Pattern.compile("value=\"(08\\d{8})\"").matcher(workshops);
        assertThat(first.find()).as(workshops).isTrue();
        employer.answer("workshop", Map.of("workshop", first.group(1)));
        employer.answer(
                "month", Map.of("endsOn.day", "30", "endsOn.month", "8", "endsOn.year", "1405"));
        return employer;
    }

    private int listsOf(Applying employer) {
        return count(
                "select count(*) from cases.list where province = 'IR-08' and case_id = :c",
                file(employer).key());
    }

    private int sheetsOf(Applying employer) {
        return count(
                """
                select count(*) from cases.list_sheet s join cases.list l
                    on l.province = s.province and l.id = s.list
                where l.province = 'IR-08' and l.case_id = :c
                """,
                file(employer).key());
    }

    private int count(String sql, UUID id) {
        return jdbc.sql(sql).param("c", id).query(Integer.class).single();
    }

    private Visitor officer(String username) {
        var officer = new Visitor(port);
        officer.signInAtWork(username, accounts.password(username));
        return officer;
    }

    private String answersOf(Applying employer) {
        return jdbc.sql(
                        "select answers::text from cases.case_file where province = 'IR-08' and"
                                + " tracking = :t")
                .param("t", new TrackingCode(employer.code).text())
                .query(String.class)
                .single();
    }

    private static void pay(Applying employer) {
        Visitor.Page due = employer.visitor.submit(employer.lastForm());
        String provider = Objects.requireNonNull(due.location());
        Visitor.Page page = employer.visitor.open(provider);
        Visitor.Page paid = employer.visitor.submit(page.form(provider + "/payment"));
        employer.visitor.follow(paid);
    }

    CaseFile file(Applying employer) {
        return table.find(new Province("IR-08"), new TrackingCode(employer.code)).orElseThrow();
    }
}
