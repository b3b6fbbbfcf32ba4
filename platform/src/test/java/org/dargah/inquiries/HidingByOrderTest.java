package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** A court orders that a body's questions about somebody are not shown to them for a time. */
@DargahTest
@Import(Bodies.class)
class HidingByOrderTest {

    private static final Citizen CITIZEN = Personas.GRADUATE;
    private static final Pattern LINE = Pattern.compile("/me/usages/([0-9a-f-]{36})");

    @LocalServerPort int port;
    @Autowired Bodies bodies;
    @Autowired DemoAccounts accounts;
    @Autowired JdbcClient jdbc;

    private Visitor citizen = new Visitor(0);
    private Visitor protection = new Visitor(0);

    @BeforeEach
    void signIn() {
        citizen = new Visitor(port);
        citizen.follow(citizen.signIn(CITIZEN, "/me"));
        protection = new Visitor(port);
        protection.signInAtWork("protection", accounts.password("protection"));
    }

    private Body asking(String title) {
        Body bank = bodies.admit(title, "education", port);
        bodies.allow(
                bank,
                "civil/person@1",
                "customer-identification",
                Manner.FIELDS,
                Bodies.WIDE,
                "firstName");
        return bank;
    }

    private static void ask(Body bank) {
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
                                "fields",
                                List.of("firstName")));
    }

    private Visitor.Form form(String number) {
        return protection
                .open("/work/hidings/new")
                .form("/work/hidings")
                .with("nationalId", CITIZEN.nationalId())
                .with("agency", "education")
                .with("number", number)
                .with("basis", "قانون آیین دادرسی کیفری")
                .with("days", "30");
    }

    /** The page of the new order. */
    private String order(String number) {
        String page = Objects.requireNonNull(protection.submit(form(number)).location());
        assertThat(page).matches("/work/hidings/[0-9a-f-]{36}");
        return page;
    }

    private String lineOf(String title) {
        for (String row : citizen.open("/me").body().split("<tr", -1)) {
            Matcher line = LINE.matcher(row);
            if (row.contains(title) && line.find()) {
                return line.group();
            }
        }
        return "";
    }

    private int uses() {
        Matcher total =
                Pattern.compile("\"total[A-Za-z]*\":(\\d+)")
                        .matcher(citizen.open("/me/data-tracker/findUsage").body());
        return total.find() ? Integer.parseInt(total.group(1)) : -1;
    }

    @Test
    void aQuestionIsNotSeenUntilTheOrderEndsAndThenSaysThatItWasHidden() {
        Body bank = asking("ادارهٔ زیر دستور");
        String order = order("۱۴۰۵/۷۷");
        int before = uses();
        ask(bank);
        assertThat(lineOf("ادارهٔ زیر دستور")).isEmpty();
        assertThat(uses()).isEqualTo(before);
        UUID question = question(bank);
        String line = "/me/usages/" + question;
        assertThat(citizen.open(line).status()).isEqualTo(404);
        assertThat(citizen.open(line + "/receipt").status()).isEqualTo(404);
        assertThat(citizen.open(line + "/complaint").status()).isEqualTo(404);

        protection.submit(protection.open(order).form(order + "/lift"));

        assertThat(lineOf("ادارهٔ زیر دستور")).isEqualTo(line);
        assertThat(citizen.open(line).body()).contains("به دستور قانونی پنهان بود تا");
        assertThat(protection.open(order).body())
                .contains("پیش از موعد پایان یافت", "۱۴۰۵/۷۷")
                .doesNotContain(CITIZEN.nationalId(), order + "/lift");
    }

    @Test
    void anOrderEndsByItself() {
        Body bank = asking("ادارهٔ تا سر مدت");
        String order = order("1405/78");
        ask(bank);
        assertThat(lineOf("ادارهٔ تا سر مدت")).isEmpty();

        jdbc.sql("update exchange.hiding set until_at = :now where id = :id")
                .param("now", OffsetDateTime.now(ZoneOffset.UTC))
                .param("id", id(order))
                .update();

        assertThat(lineOf("ادارهٔ تا سر مدت")).isNotEmpty();
        assertThat(protection.open(order).body()).contains("مدت تمام شد");
    }

    @Test
    void onlyTheBodyOfTheOrderIsHiddenAndOnlyFromThenOn() {
        Body early = asking("ادارهٔ پیش از دستور");
        ask(early);
        Body other = bodies.admit("ادارهٔ دیگر", "asnaf", port);
        bodies.allow(
                other,
                "civil/person@1",
                "customer-identification",
                Manner.FIELDS,
                Bodies.WIDE,
                "firstName");
        String order = order("1405/79");
        ask(other);
        assertThat(lineOf("ادارهٔ پیش از دستور")).isNotEmpty();
        assertThat(lineOf("ادارهٔ دیگر")).isNotEmpty();
        protection.submit(protection.open(order).form(order + "/lift"));
    }

    @Test
    void theOrderIsEvidenceItselfAndLiftingItTwiceLiftsItOnce() {
        String order = order("1405/80");
        Visitor.Form lift = protection.open(order).form(order + "/lift");
        protection.submit(lift);
        protection.submit(lift);
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from evidence.record
                                        where convert_from(record, 'UTF8') like '%' || :id || '%'
                                        """)
                                .param("id", id(order).toString())
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
        assertThat(
                        jdbc.sql(
                                        """
                                        select act from acts.act
                                        where details ->> 'hiding' = :id order by id
                                        """)
                                .param("id", id(order).toString())
                                .query(String.class)
                                .list())
                .containsExactly("HIDING_ORDERED", "HIDING_LIFTED");
    }

    @Test
    void anOrderThatIsSentTwiceIsOneOrder() throws Exception {
        Visitor.Form form = form("1405/81");
        List<String> pages;
        try (var clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            var both =
                    clicks.invokeAll(
                            List.<Callable<String>>of(
                                    () -> String.valueOf(protection.submit(form).location()),
                                    () -> String.valueOf(protection.submit(form).location())));
            pages = List.of(both.getFirst().get(), both.getLast().get());
        }
        assertThat(pages.getFirst()).matches("/work/hidings/[0-9a-f-]{36}");
        assertThat(pages.getLast()).isEqualTo(pages.getFirst());
        assertThat(protection.submit(form).location()).isEqualTo(pages.getFirst());
        assertThat(
                        jdbc.sql(
                                        "select count(*) from exchange.hiding where order_number ="
                                                + " '1405/81'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        String order = pages.getFirst();
        protection.submit(protection.open(order).form(order + "/lift"));
    }

    @Test
    void whatIsMissingIsSaidAtItsField() {
        Visitor.Page page =
                protection.submit(
                        form("").with("nationalId", "1234567890")
                                .with("agency", "nobody")
                                .with("days", "4000"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("کد ملی درست نیست", "دستگاه پرسنده را انتخاب", "شمارهٔ دستور را وارد")
                .contains("یکی از مدت‌ها");
    }

    @Test
    void nobodyElseHidesAnything() {
        var officer = new Visitor(port);
        officer.signInAtWork("administrator", accounts.password("administrator"));
        assertThat(officer.open("/work/hidings").status()).isEqualTo(403);
        assertThat(citizen.open("/work/hidings").status()).isNotEqualTo(200);
    }

    private static UUID id(String order) {
        return UUID.fromString(order.substring(order.lastIndexOf('/') + 1));
    }

    private UUID question(Body bank) {
        return jdbc.sql(
                        """
                        select id from exchange.inquiry where client = :client order by id desc limit 1
                        """)
                .param("client", bank.client().id())
                .query(UUID.class)
                .single();
    }
}
