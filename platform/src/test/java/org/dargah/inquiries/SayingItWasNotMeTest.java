package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.exchange.Manner;
import org.dargah.identity.DemoAccounts;
import org.dargah.inquiries.Bodies.Body;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A bank asks about a citizen who has never met Dargah; when they come, they read it and object.
 */
@DargahTest
@Import(Bodies.class)
class SayingItWasNotMeTest {

    private static final Citizen CITIZEN = Personas.GOVERNOR;
    private static final Pattern LINE = Pattern.compile("/me/usages/([0-9a-f-]{36})");

    @LocalServerPort int port;
    @Autowired Bodies bodies;
    @Autowired DemoAccounts accounts;
    @Autowired JdbcClient jdbc;

    private Visitor visitor = new Visitor(0);

    @BeforeEach
    void open() {
        visitor = new Visitor(port);
    }

    private Body bank(String title) {
        Body bank = bodies.admit(title, "education", port);
        bodies.allow(
                bank,
                "civil/person@1",
                "customer-identification",
                Manner.FIELDS,
                Bodies.WIDE,
                "firstName",
                "birthDate");
        return bank;
    }

    private static void ask(Body bank, String kind, Object what) {
        bank.program()
                .post(
                        "/api/v1/inquiries",
                        Map.of(
                                "registry",
                                "civil/person@1",
                                "purpose",
                                "customer-identification",
                                "keys",
                                Map.of("nationalId", CITIZEN.nationalId()),
                                kind,
                                what,
                                "issue",
                                "KYC-77"));
    }

    /** The page of the newest line that names this asker. */
    private String line(Visitor reader, String title) {
        for (String row : reader.open("/me").body().split("<tr", -1)) {
            Matcher line = LINE.matcher(row);
            if (row.contains(title) && line.find()) {
                return line.group();
            }
        }
        throw new AssertionError("No line of " + title);
    }

    @Test
    void whatWasAskedBeforeTheFirstVisitIsToldToo() {
        Body bank = bank("بانک پیش از ورود");
        ask(bank, "fields", List.of("firstName", "birthDate"));
        ask(bank, "match", Map.of("birthDate", "1300-01-01"));
        ask(bank, "fields", List.of("lastName"));

        String list = visitor.follow(visitor.signIn(CITIZEN, "/me")).body();

        assertThat(list)
                .contains("بانک پیش از ورود", "نام، تاریخ تولد", "فقط تطبیق: تاریخ تولد")
                .contains("پذیرفته نشد", "شناسایی شما نزد بانک");
        assertThat(visitor.open(line(visitor, "فقط تطبیق")).body())
                .contains("تنها بله یا نه", "قانون مبارزه با پول‌شویی", "KYC-77", "این من نبودم");
    }

    @Test
    void nobodyReadsTheLineOfSomebodyElse() {
        Body bank = bank("بانک غریبه");
        ask(bank, "fields", List.of("firstName"));
        visitor.follow(visitor.signIn(CITIZEN, "/me"));
        String line = line(visitor, "بانک غریبه");

        Visitor stranger = new Visitor(port);
        stranger.follow(stranger.signIn(Personas.EXEMPT, "/me"));

        assertThat(stranger.open(line).status()).isEqualTo(404);
        assertThat(stranger.open(line + "/complaint").status()).isEqualTo(404);
        assertThat(stranger.open("/me").body()).doesNotContain("بانک غریبه");
        assertThat(new Visitor(port).open(line).status()).isEqualTo(303);
    }

    @Test
    void aDoubleClickIsOneComplaintAndItsAnswerComesBack() {
        String title = "بانک دوبار";
        ask(bank(title), "fields", List.of("firstName"));
        visitor.follow(visitor.signIn(CITIZEN, "/me"));
        String line = line(visitor, title);
        Visitor.Form form =
                visitor.open(line + "/complaint")
                        .form(line + "/complaint")
                        .with("text", "من مشتری این بانک نیستم");

        assertThat(visitor.submit(form).location()).isEqualTo(line);
        assertThat(visitor.submit(form).location()).isEqualTo(line);

        assertThat(visitor.open(line).body())
                .contains("من مشتری این بانک نیستم", "منتظر پاسخ")
                .doesNotContain("href=\"" + line + "/complaint\"");
        String usage = line.substring(line.lastIndexOf('/') + 1);
        assertThat(count("inquiries.complaint where look = :it::uuid", usage)).isEqualTo(1);
        assertThat(acts("COMPLAINT_MADE", usage)).isEqualTo(1);

        answer(title);

        Awaitility.await()
                .untilAsserted(
                        () ->
                                assertThat(Visitor.smsTo(CITIZEN.mobile()))
                                        .anyMatch(
                                                text ->
                                                        text.contains("این من نبودم")
                                                                && text.contains(line)));
        assertThat(visitor.open(line).body())
                .contains("بانک اشتباه کرده بود", "مسئول حفاظت از داده‌ها", "پاسخ داده شد");
    }

    /** The officer sees the bank and the file, and not whom it was about. */
    private void answer(String title) {
        Visitor officer = new Visitor(port);
        officer.signInAtWork("protection", accounts.password("protection"));
        Matcher row =
                Pattern.compile(
                                "/work/complaints/[0-9a-f-]{36}(?=[^/]*?.{0,600}" + title + ")",
                                Pattern.DOTALL)
                        .matcher(officer.open("/work/complaints").body());
        assertThat(row.find()).isTrue();
        String page = row.group();
        assertThat(officer.open("/work/complaints").body()).contains("۱۰ روز کاری مانده");
        assertThat(officer.open(page).body())
                .contains(title, "KYC-77", "من مشتری این بانک نیستم")
                .doesNotContain(CITIZEN.nationalId(), CITIZEN.lastName());
        Visitor.Form answer = officer.open(page).form(page + "/answer");
        assertThat(officer.submit(answer).status()).isEqualTo(422);
        assertThat(officer.submit(answer.with("text", "بانک اشتباه کرده بود.")).location())
                .isEqualTo(page);
        assertThat(officer.submit(answer.with("text", "پاسخی دیگر")).status()).isEqualTo(409);
        assertThat(officer.open("/work/complaints?view=answered").body()).contains(title);
    }

    @Test
    void onlyTheDataProtectionOfficerReadsComplaints() {
        visitor.signInAtWork("guild-kerman", accounts.password("guild-kerman"));
        assertThat(visitor.open("/work/complaints").status()).isEqualTo(403);
    }

    private int count(String from, String it) {
        return jdbc.sql("select count(*) from " + from)
                .param("it", it)
                .query(Integer.class)
                .single();
    }

    private int acts(String act, String usage) {
        return jdbc.sql(
                        "select count(*) from acts.act where act = :act and details ->> 'look' ="
                                + " :it")
                .param("act", act)
                .param("it", usage)
                .query(Integer.class)
                .single();
    }
}
