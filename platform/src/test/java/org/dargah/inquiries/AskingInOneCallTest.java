package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.dargah.DargahTest;
import org.dargah.Program;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Bounds;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Rights;
import org.dargah.identity.ClientProofs;
import org.dargah.identity.Clients;
import org.dargah.inquiries.Bodies.Body;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A bank that may ask, and a trading house that may not; nobody has a right but what was given. */
@DargahTest
class AskingInOneCallTest {

    private static final String CIVIL = "civil/person@1";
    private static final String SHOPKEEPER = "9990000018";
    private static final String BANKING = "customer-identification";

    @LocalServerPort int port;
    @Autowired Clients clients;
    @Autowired ClientProofs proofs;

    @Value("${dargah.address}")
    String address;

    @Autowired Rights rights;
    @Autowired JdbcClient jdbc;

    private Bodies bodies;
    private Body bank;

    @BeforeEach
    void admit() {
        bodies = new Bodies(clients, proofs, rights, address);
        bank = bodies.admit("بانک نمونه", "education", port);
    }

    private static Map<String, Object> question(Object... more) {
        var question = new HashMap<String, Object>();
        question.put("registry", CIVIL);
        question.put("purpose", BANKING);
        question.put("keys", Map.of("nationalId", SHOPKEEPER));
        for (int i = 0; i < more.length; i += 2) {
            question.put((String) more[i], more[i + 1]);
        }
        return question;
    }

    private Program.Reply ask(Body body, Object... more) {
        return body.program().post("/api/v1/inquiries", question(more));
    }

    private static String reason(Program.Reply reply) {
        assertThat(reply.raw().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        return reply.at("/reason");
    }

    @Test
    void whoHoldsARightGetsTheFieldsAskedForAndNoOther() {
        bodies.allow(
                bank,
                CIVIL,
                BANKING,
                Manner.FIELDS,
                Bodies.WIDE,
                "firstName",
                "birthDate",
                "alive");

        Program.Reply answer = ask(bank, "fields", List.of("birthDate"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/outcome")).isEqualTo("known");
        assertThat(answer.json().path("fields").propertyNames()).containsExactly("birthDate");
        assertThat(answer.at("/fields/birthDate")).isEqualTo("1989-05-05");
    }

    @Test
    void whoHoldsNoneIsRefusedAndTheQuestionStaysOnRecord() {
        Body house = bodies.admit("بازرگانی نمونه", "education", port);

        Program.Reply refused = ask(house, "fields", List.of("birthDate"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(reason(refused)).isEqualTo("no-right");
        assertThat(rows(house, "REFUSED")).isEqualTo(1);
    }

    @Test
    void eachThingThatFallsShortIsNamed() {
        Bounds tellers = new Bounds(1_000, 1_000, null, Set.of("teller"), LocalDate.of(2099, 1, 1));
        AccessRight right =
                bodies.allow(bank, CIVIL, BANKING, Manner.MATCH, tellers, "firstName", "birthDate");
        Map<String, String> teller = Map.of("id", "u-1", "role", "teller");

        assertThat(reason(ask(bank, "fields", List.of("firstName"), "user", teller)))
                .isEqualTo("manner-not-allowed");
        assertThat(reason(ask(bank, "match", Map.of("lastName", "نمونه"), "user", teller)))
                .isEqualTo("field-not-allowed");
        assertThat(reason(ask(bank, "match", Map.of("firstName", "نمونه"))))
                .isEqualTo("role-not-allowed");
        assertThat(reason(ask(bank, "fields", List.of("gender")))).isEqualTo("field-not-allowed");
        assertThat(reason(ask(bank, "purpose", "curiosity", "fields", List.of("firstName"))))
                .isEqualTo("purpose-not-allowed");
        assertThat(reason(ask(bank, "registry", "civil/secrets@1", "fields", List.of("a"))))
                .isEqualTo("unknown-registry");
        assertThat(
                        reason(
                                ask(
                                        bank,
                                        "keys",
                                        Map.of("nationalId", "9990000019"),
                                        "fields",
                                        List.of("firstName"))))
                .isEqualTo("key-not-valid");

        bodies.revoke(right);
        assertThat(reason(ask(bank, "match", Map.of("firstName", "نمونه"), "user", teller)))
                .isEqualTo("no-right");
    }

    @Test
    void aRightEndsWithItsLastDay() {
        bodies.allow(
                bank,
                CIVIL,
                BANKING,
                Manner.FIELDS,
                new Bounds(10, 10, null, Set.of(), LocalDate.of(2020, 1, 1)),
                "firstName");

        assertThat(reason(ask(bank, "fields", List.of("firstName")))).isEqualTo("no-right");
    }

    @Test
    void outsideItsHoursARightIsShut() {
        var never = new Bounds.Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        bodies.allow(
                bank,
                CIVIL,
                BANKING,
                Manner.FIELDS,
                new Bounds(10, 10, never, Set.of(), LocalDate.of(2099, 1, 1)),
                "firstName");

        assertThat(reason(ask(bank, "fields", List.of("firstName")))).isEqualTo("outside-hours");
    }

    @Test
    void aQuotaEndsAndOnlyWhatWasForwardedCounts() {
        bodies.allow(
                bank,
                CIVIL,
                BANKING,
                Manner.FIELDS,
                new Bounds(100, 2, null, Set.of(), LocalDate.of(2099, 1, 1)),
                "firstName");

        assertThat(reason(ask(bank, "fields", List.of("birthDate"))))
                .isEqualTo("field-not-allowed");
        assertThat(ask(bank, "fields", List.of("firstName")).status()).isEqualTo(200);
        assertThat(ask(bank, "fields", List.of("firstName")).status()).isEqualTo(200);
        Program.Reply third = ask(bank, "fields", List.of("firstName"));

        assertThat(third.status()).isEqualTo(429);
        assertThat(reason(third)).isEqualTo("quota-exceeded");
        assertThat(rows(bank, "KNOWN")).isEqualTo(2);
    }

    @Test
    void aClaimIsComparedAsAClerkWhoReadsPersianWould() {
        bodies.allow(
                bank,
                CIVIL,
                BANKING,
                Manner.FIELDS,
                Bodies.WIDE,
                "firstName",
                "lastName",
                "birthDate");
        Program.Reply record = ask(bank, "fields", List.of("firstName", "lastName"));
        String first = record.at("/fields/firstName");
        String last = record.at("/fields/lastName");

        Program.Reply same =
                ask(
                        bank,
                        "match",
                        Map.of(
                                "firstName",
                                first.replace('ی', 'ي').replace('ک', 'ك'),
                                "lastName",
                                " " + last.replace("\u200c", " ") + " ",
                                "birthDate",
                                "۱۳۶۸/۲/۱۵"));
        Program.Reply other = ask(bank, "match", Map.of("firstName", first, "lastName", "دیگر"));

        assertThat(same.at("/matches")).isEqualTo("true");
        assertThat(other.at("/matches")).isEqualTo("false");
        assertThat(other.body()).doesNotContain(last);
    }

    @Test
    void whatAProgramMayAskItCanRead() {
        bodies.allow(bank, CIVIL, BANKING, Manner.MATCH, Bodies.WIDE, "birthDate");

        Program.Reply held = bank.program().get("/api/v1/access-rights");

        assertThat(held.at("/items/0/registry")).isEqualTo(CIVIL);
        assertThat(held.at("/items/0/manner")).isEqualTo("match");
        assertThat(held.at("/items/0/perDay")).isEqualTo("100000");
    }

    @Test
    void whoAskedGetsAReceiptThatOpensThePublicLeafAndHoldsNoValue() {
        bodies.allow(bank, CIVIL, BANKING, Manner.FIELDS, Bodies.WIDE, "birthDate");
        String id = ask(bank, "fields", List.of("birthDate")).at("/inquiry");
        String address = "/api/v1/inquiries/" + id + "/receipt";

        Program.Reply receipt =
                Awaitility.await()
                        .until(() -> bank.program().get(address), it -> it.status() == 200);
        Body stranger = bodies.admit("بازرگانی نمونه", "education", port);

        assertThat(receipt.at("/proof")).startsWith("c2sp.org/tlog-proof@v1\nindex ");
        assertThat(receipt.at("/record"))
                .contains(id, CIVIL, BANKING, "birthDate")
                .doesNotContain(SHOPKEEPER, "1989-05-05");
        assertThat(stranger.program().get(address).status()).isEqualTo(404);
    }

    @Test
    void halfAQuestionIsToldWhereItLacks() {
        Program.Reply reply = bank.program().post("/api/v1/inquiries", Map.of("keys", Map.of()));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/registry", "/purpose", "/keys", "/fields");
    }

    private int rows(Body body, String outcome) {
        return jdbc.sql(
                        "select count(*) from exchange.inquiry where province = 'IR-08' and client"
                                + " = :client and outcome = :outcome")
                .param("client", body.client().id())
                .param("outcome", outcome)
                .query(Integer.class)
                .single();
    }
}
