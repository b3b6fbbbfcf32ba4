package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.dargah.DargahTest;
import org.dargah.Program;
import org.dargah.identity.DemoAccounts;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@DargahTest
class HandingInByAProgramTest {

    private static final String CERTIFICATE = "education/degree-confirmation";
    private static final String LICENCE = "asnaf/business-licence";
    private static final Map<String, String> FOR_STUDY = Map.of("recipient", "study");

    @LocalServerPort int port;
    @Autowired DemoAccounts accounts;
    @Autowired JdbcClient jdbc;

    private Program counter;

    @BeforeEach
    void token() {
        counter = Program.of(accounts, port);
    }

    @Test
    void aCertificateIsHandedInDecidedReadInOneCallAndDownloaded() {
        Program.Reply taken = counter.apply(key(), CERTIFICATE, Personas.GRADUATE, FOR_STUDY);

        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertThat(taken.at("/stage")).isEqualTo("submitted");
        assertThat(taken.header("Location"))
                .isEqualTo("/api/v1/cases/" + taken.at("/trackingCode"));
        JsonNode whole = decided(taken.at("/trackingCode"));
        assertThat(whole.at("/brief/stage").asString()).isEqualTo("approved");
        assertThat(whole.at("/decision/approved").asBoolean()).isTrue();
        assertThat(whole.at("/timeline").toString())
                .contains("CASE_SUBMITTED", "INQUIRY_ANSWERED", "CASE_APPROVED", "دفتر پیشخوان");
        Program.Reply pdf = counter.get(certificate(taken.at("/trackingCode")));
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF");
    }

    @Test
    void whatRegistriesSaidIsNotToldToAProgramThatOnlyHandedIn() {
        String code =
                counter.apply(key(), CERTIFICATE, Personas.GRADUATE, FOR_STUDY).at("/trackingCode");

        JsonNode whole = decided(code);

        assertThat(whole.at("/inquiries").size()).isEqualTo(2);
        assertThat(whole.at("/inquiries/0/fields").isNull()).isTrue();
    }

    @Test
    void readingACaseIsSeenByThePerson() {
        String code =
                counter.apply(key(), CERTIFICATE, Personas.GRADUATE, FOR_STUDY).at("/trackingCode");

        counter.get("/api/v1/cases/" + code);

        assertThat(acts(code, "CASE_OPENED")).isEqualTo(1);
    }

    @Test
    void theSameKeyMakesOneCaseHoweverOftenAndFast() throws Exception {
        String key = key();

        Set<String> codes = new HashSet<>();
        for (Program.Reply reply :
                atOnce(8, () -> counter.apply(key, CERTIFICATE, Personas.SHOPKEEPER, FOR_STUDY))) {
            assertThat(reply.status()).as(reply.body()).isEqualTo(201);
            codes.add(reply.at("/trackingCode"));
        }

        assertThat(codes).hasSize(1);
        assertThat(acts(codes.iterator().next(), "CASE_SUBMITTED")).isEqualTo(1);
    }

    @Test
    void aKeyDoesNotComeBackWithSomethingElseOrSomebodyElse() {
        String key = key();
        counter.apply(key, CERTIFICATE, Personas.GRADUATE, FOR_STUDY);

        Program.Reply other =
                counter.apply(
                        key, CERTIFICATE, Personas.GRADUATE, Map.of("recipient", "employment"));
        Program.Reply stranger = counter.apply(key, CERTIFICATE, Personas.SHOPKEEPER, FOR_STUDY);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/type")).isEqualTo("/problems/idempotency-key-reused");
        assertThat(stranger.status()).isEqualTo(422);
    }

    @Test
    void aFeeIsAskedForFirstAndTheSameKeyAsksAgain() {
        String key = key();
        Map<String, Object> shop =
                Map.of("postcode", "7717611301", "trade", "clothing", "unitName", "پوشاک نمونه");

        Program.Reply first = counter.apply(key, LICENCE, Personas.GRADUATE, shop);
        Program.Reply again = counter.apply(key, LICENCE, Personas.GRADUATE, shop);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.at("/stage")).isEqualTo("awaiting-payment");
        assertThat(first.json().at("/payment/amount").asLong()).isPositive();
        assertThat(first.at("/payment/url")).contains("/sandbox/pay/");
        assertThat(again.at("/trackingCode")).isEqualTo(first.at("/trackingCode"));
    }

    /** As if the program had died before anybody heard of the settlement. */
    @Test
    void whatWasPaidUnheardIsHandedInWhenItIsAskedForAgain() {
        String key = key();
        Map<String, Object> shop =
                Map.of("postcode", "7717611301", "trade", "clothing", "unitName", "پوشاک نمونه");
        Program.Reply first = counter.apply(key, LICENCE, Personas.GRADUATE, shop);
        jdbc.sql(
                        """
                        update payments.payment set state = 'settled', reference = 'R-1',
                            paid_at = asked_at, next_check = null
                        where province = 'IR-08' and key = (select 'case:' || id from cases.case_file
                            where province = 'IR-08' and tracking = :tracking)
                        """)
                .param("tracking", first.at("/trackingCode"))
                .update();

        Program.Reply again = counter.apply(key, LICENCE, Personas.GRADUATE, shop);

        assertThat(again.at("/trackingCode")).isEqualTo(first.at("/trackingCode"));
        assertThat(again.at("/stage")).isEqualTo("submitted");
    }

    @Test
    void everyWrongPartIsNamed() {
        Program.Reply reply =
                counter.submit(
                        key(),
                        Map.of(
                                "service",
                                "asnaf/none",
                                "applicant",
                                Map.of(
                                        "nationalId", "0012345678",
                                        "birthDate", "1370/01/01",
                                        "mobile", "021")));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().at("/errors"))
                .extracting(error -> error.at("/pointer").asString())
                .containsExactly(
                        "/service",
                        "/applicant/nationalId",
                        "/applicant/birthDate",
                        "/applicant/mobile");
    }

    @Test
    void wrongAnswersAreNamedByTheirFieldsAndNothingIsKept() {
        Program.Reply reply =
                counter.apply(
                        key(),
                        LICENCE,
                        Personas.SHOPKEEPER,
                        Map.of("postcode", "123", "trade", "bakery", "plan", UUID.randomUUID()));
        Program.Reply withoutFile =
                counter.apply(
                        key(),
                        LICENCE,
                        Personas.SHOPKEEPER,
                        Map.of("postcode", "123", "trade", "bakery"));

        assertThat(reply.at("/errors/0/pointer")).isEqualTo("/answers/plan");
        assertThat(withoutFile.status()).isEqualTo(422);
        assertThat(withoutFile.json().at("/errors"))
                .extracting(error -> error.at("/pointer").asString())
                .contains("/answers/postcode", "/answers/area", "/answers/unitName");
    }

    @Test
    void peopleWhomTheRegistriesDoNotConfirmAreTurnedAwayEachForTheirReason() {
        assertThat(turnedAway(Personas.DECEASED)).isEqualTo("/problems/deceased");
        assertThat(turnedAway(Personas.WITHOUT_MOBILE)).isEqualTo("/problems/mobile-not-theirs");
        Program.Reply wrongDate =
                counter.submit(
                        key(),
                        Map.of(
                                "service",
                                CERTIFICATE,
                                "applicant",
                                Map.of(
                                        "nationalId",
                                        Personas.OFFICE_OWNER.nationalId(),
                                        "birthDate",
                                        "1990-01-01",
                                        "mobile",
                                        "09000000000"),
                                "answers",
                                FOR_STUDY));
        assertThat(wrongDate.at("/type")).isEqualTo("/problems/birth-date-differs");
    }

    private String turnedAway(Citizen citizen) {
        Program.Reply reply = counter.apply(key(), CERTIFICATE, citizen, FOR_STUDY);
        assertThat(reply.status()).isEqualTo(422);
        return reply.at("/type");
    }

    @Test
    void unreadableJsonAndAMissingKeyAreBadRequests() {
        assertThat(counter.submitText(key(), "{\"service\":").status()).isEqualTo(400);
        Program.Reply withoutKey = counter.apply("", CERTIFICATE, Personas.GRADUATE, FOR_STUDY);
        assertThat(withoutKey.status()).isEqualTo(400);
        assertThat(withoutKey.at("/detail")).contains("Idempotency-Key");
    }

    @Test
    void aRushIsTakenAndDecidedToTheLastCase() throws Exception {
        List<Citizen> people = List.of(Personas.GRADUATE, Personas.SHOPKEEPER, Personas.EXEMPT);
        var codes = new ArrayList<String>();
        for (int round = 0; round < 10; round++) {
            Citizen citizen = people.get(round % people.size());
            atOnce(4, () -> counter.apply(key(), CERTIFICATE, citizen, FOR_STUDY))
                    .forEach(reply -> codes.add(reply.at("/trackingCode")));
        }

        assertThat(codes).hasSize(40).doesNotHaveDuplicates();
        for (String code : codes) {
            assertThat(decided(code).at("/decision/approved").asBoolean()).isTrue();
        }
    }

    @Test
    void theApplicantsSideGoesOnThroughTheApiEachAtItsStage() {
        String code =
                counter.apply(key(), CERTIFICATE, Personas.GRADUATE, FOR_STUDY).at("/trackingCode");
        decided(code);
        String path = "/api/v1/cases/" + code;

        assertThat(counter.post(path + "/rating", Map.of("score", 9)).status()).isEqualTo(422);
        assertThat(counter.post(path + "/rating", Map.of("score", 5, "word", "خوب")).status())
                .isEqualTo(204);
        assertThat(counter.get(path).json().at("/rating").asInt()).isEqualTo(5);
        assertThat(counter.post(path + "/corrections", Map.of("text", "بفرما")).at("/type"))
                .isEqualTo("/problems/wrong-stage");
        assertThat(counter.post(path + "/withdrawal", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void theListGoesOnByItsCursor() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            codes.add(
                    counter.apply(key(), CERTIFICATE, Personas.GRADUATE, FOR_STUDY)
                            .at("/trackingCode"));
        }
        var listed = new ArrayList<String>();
        String path = "/api/v1/cases?limit=2";
        String next = path;
        while (next != null) {
            JsonNode page = counter.get(next).json();
            page.at("/items").forEach(item -> listed.add(item.at("/trackingCode").asString()));
            next =
                    page.at("/after").isNull()
                            ? null
                            : path + "&after=" + page.at("/after").asString();
        }

        assertThat(listed).doesNotHaveDuplicates().containsAll(codes);
        assertThat(listed.subList(listed.size() - 3, listed.size())).isEqualTo(codes);
    }

    private JsonNode decided(String code) {
        assertThat(code).isNotEmpty();
        for (int tries = 0; tries < 300; tries++) {
            JsonNode whole = counter.get("/api/v1/cases/" + code).json();
            if (whole.at("/certificates").size() > 0) {
                return whole;
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError(counter.get("/api/v1/cases/" + code).body());
    }

    private String certificate(String code) {
        return decided(code).at("/certificates/0/pdf").asString();
    }

    private long acts(String code, String act) {
        return jdbc.sql(
                        """
                        select count(*) from acts.act a join cases.case_file c
                            on c.province = a.province and c.id = a.case_id
                        where c.tracking = :code and a.act = :act
                        """)
                .param("code", code)
                .param("act", act)
                .query(Long.class)
                .single();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static <T> List<T> atOnce(int times, Callable<T> what) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var answers = new ArrayList<T>();
            for (Future<T> answer : threads.invokeAll(java.util.Collections.nCopies(times, what))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
