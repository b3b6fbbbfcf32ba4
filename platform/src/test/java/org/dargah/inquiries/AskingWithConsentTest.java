package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.dargah.DargahTest;
import org.dargah.Program;
import org.dargah.Visitor;
import org.dargah.exchange.Manner;
import org.dargah.inquiries.Employer.Counter;
import org.dargah.kernel.TravellingClock;
import org.dargah.sandbox.people.Citizen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An employer at its counter: no degree is checked but with the person's consent. */
@DargahTest
@Import(Bodies.class)
class AskingWithConsentTest {

    @LocalServerPort int port;
    @Autowired Bodies bodies;
    @Autowired JdbcClient jdbc;
    @Autowired TravellingClock clock;

    private Employer employer;
    private Citizen citizen;

    @BeforeEach
    void open() {
        employer = Employer.admitted(bodies, "کارفرمای نمونه", port);
        citizen = Employer.newcomer();
    }

    @AfterEach
    void comeHome() {
        clock.comeHome();
        Employer.outside("PUT", "/control/degrees", "{\"fault\":\"none\"}");
    }

    private static void isMissing(Program.Reply reply, String words) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(403);
        assertThat(reply.at("/reason")).isEqualTo("consent-missing");
        assertThat(reply.at("/detail")).contains(words);
    }

    @Test
    void aCodeToldAtTheCounterOpensExactlyWhatWasConsentedTo() {
        isMissing(employer.asks(citizen, "levelTitle"), "POST /api/v1/consents");

        Counter counter = employer.atCounter(citizen);
        assertThat(Visitor.smsTo(citizen.mobile()).getFirst())
                .contains("کارفرمای نمونه", "عنوان مقطع", "سال دانش‌آموختگی", "/me/consents");
        isMissing(employer.asks(citizen, "levelTitle"), counter.id());

        Program.Reply given = employer.tells(counter.id(), counter.code());
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        assertThat(given.at("/state")).isEqualTo("given");
        assertThat(given.at("/how")).isEqualTo("counter");

        Program.Reply answer = employer.asks(citizen, "levelTitle");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(employer.asks(citizen, "year", "levelTitle").status()).isEqualTo(200);
        isMissing(employer.asks(citizen, "university"), "does not reach as far");
        assertThat(consentOf(answer.at("/inquiry"))).isEqualTo(counter.id());
        assertThat(recordOf(answer.at("/inquiry")).at("/consent").asString())
                .isEqualTo(counter.id());
        Awaitility.await()
                .untilAsserted(
                        () ->
                                assertThat(Visitor.smsTo(citizen.mobile()).getFirst())
                                        .contains("رضایت دادید"));
    }

    private String consentOf(String inquiry) {
        return jdbc.sql("select consent::text from exchange.inquiry where id = :id::uuid")
                .param("id", inquiry)
                .query(String.class)
                .single();
    }

    private JsonNode recordOf(String inquiry) {
        return Awaitility.await()
                .until(
                        () ->
                                employer.body()
                                        .program()
                                        .get("/api/v1/inquiries/" + inquiry + "/receipt"),
                        reply -> reply.status() == 200)
                .json()
                .path("record")
                .asString()
                .transform(JsonMapper.shared()::readTree);
    }

    @Test
    void theSignedConsentIsCheckedWithoutUs() throws Exception {
        String id = employer.consented(citizen);

        JWSObject signed = JWSObject.parse(employer.reads(id).at("/artefact"));
        JWKSet keys = JWKSet.parse(new Program(port).get("/api/v1/consents/keys").body());
        var key = keys.getKeyByKeyId(signed.getHeader().getKeyID()).toOctetKeyPair();

        assertThat(key.isPrivate()).isFalse();
        assertThat(signed.verify(new Ed25519Verifier(key))).isTrue();
        JsonNode said = JsonMapper.shared().readTree(signed.getPayload().toString());
        assertThat(said.at("/consent").asString()).isEqualTo(id);
        assertThat(said.at("/purpose").asString()).isEqualTo(Employer.PURPOSE);
        assertThat(said.at("/fields").toString()).isEqualTo("[\"levelTitle\",\"year\"]");
        assertThat(said.at("/how").asString()).isEqualTo("counter");
        assertThat(said.at("/text").asString())
                .isEqualTo(employer.reads(id).at("/text"))
                .contains("کارفرمای نمونه", "قانون تجارت الکترونیکی");
        assertThat(signed.getPayload().toString()).doesNotContain(citizen.nationalId());

        String[] parts = signed.serialize().split("\\.", -1);
        String forged =
                new com.nimbusds.jose.Payload(
                                signed.getPayload().toString().replace("year", "field"))
                        .toBase64URL()
                        .toString();
        assertThat(
                        JWSObject.parse(parts[0] + "." + forged + "." + parts[2])
                                .verify(new Ed25519Verifier(key)))
                .isFalse();
    }

    @Test
    void givingLeavesEvidenceAndAnAct() {
        String id = employer.consented(citizen);

        assertThat(acts("CONSENT_ASKED", id)).isEqualTo(1);
        assertThat(acts("CONSENT_GIVEN", id)).isEqualTo(1);
        assertThat(
                        jdbc.sql(
                                        """
                                        select convert_from(r.record, 'UTF8') from evidence.record r
                                        join exchange.consent c on c.leaf_index = r.leaf_index
                                        where c.id = :id::uuid
                                        """)
                                .param("id", id)
                                .query(String.class)
                                .single())
                .contains("CONSENT_GIVEN", id, "artefactSha256")
                .doesNotContain(citizen.nationalId());
    }

    @Test
    void itsReceiptOpensItsRecord() {
        String id = employer.consented(citizen);

        Program.Reply receipt =
                Awaitility.await()
                        .until(
                                () ->
                                        employer.body()
                                                .program()
                                                .get("/api/v1/consents/" + id + "/receipt"),
                                reply -> reply.status() == 200);

        assertThat(receipt.at("/proof")).startsWith("c2sp.org/tlog-proof@v1");
        assertThat(receipt.at("/record")).contains("CONSENT_GIVEN", id);
    }

    @Test
    void nobodyIsAskedMoreThanFiveTimesADayByOneProgram() {
        for (int i = 0; i < 5; i++) {
            assertThat(employer.wants(citizen).status()).isEqualTo(201);
        }
        assertThat(employer.wants(citizen).status()).isEqualTo(429);
    }

    @Test
    void nobodyFindsADateOfBirthByTrying() {
        for (int year = 1980; year < 1990; year++) {
            assertThat(employer.wants(citizen, "subject", born(year)).at("/type"))
                    .isEqualTo("/problems/birth-date-differs");
        }
        assertThat(employer.wants(citizen, "subject", born(1990)).status()).isEqualTo(429);
        assertThat(Visitor.smsTo(citizen.mobile())).isEmpty();
        Visitor visitor = new Visitor(port);
        assertThat(visitor.follow(visitor.signIn(citizen, "/me")).body())
                .contains("رضایت نمونه‌پور");
    }

    private Map<String, String> born(int year) {
        return Map.of(
                "nationalId",
                citizen.nationalId(),
                "birthDate",
                year + "-04-05",
                "mobile",
                citizen.mobile());
    }

    private int acts(String act, String id) {
        return jdbc.sql(
                        "select count(*) from acts.act where act = :act"
                                + " and details ->> 'consent' = :id")
                .param("act", act)
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    @Test
    void aWrongCodeIsCountedAndFiveSpendIt() {
        Counter counter = employer.atCounter(citizen);
        String wrong = counter.code().equals("000000") ? "111111" : "000000";

        for (int left = 4; left > 0; left--) {
            Program.Reply reply = employer.tells(counter.id(), wrong);
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.at("/type")).isEqualTo("/problems/code-not-accepted");
            assertThat(reply.at("/detail")).contains(left + " tries");
        }
        assertThat(employer.tells(counter.id(), wrong).at("/reason")).isEqualTo("spent");
        assertThat(employer.tells(counter.id(), counter.code()).at("/reason")).isEqualTo("spent");
        isMissing(employer.asks(citizen, "year"), counter.id());

        int before = Visitor.smsTo(citizen.mobile()).size();
        assertThat(
                        employer.body()
                                .program()
                                .post("/api/v1/consents/" + counter.id() + "/codes", Map.of())
                                .status())
                .isEqualTo(204);
        String fresh = Visitor.newCode(citizen.mobile(), before);
        if (!fresh.equals(counter.code())) {
            assertThat(employer.tells(counter.id(), counter.code()).at("/reason"))
                    .isEqualTo("wrong");
        }
        assertThat(employer.tells(counter.id(), fresh).status()).isEqualTo(200);
    }

    @Test
    void aCodeIsGoodForTenMinutesOnceAndForItsOwnConsentOnly() {
        Counter one = employer.atCounter(citizen);
        Counter other = employer.atCounter(citizen, "fields", List.of("field"));
        if (!one.code().equals(other.code())) {
            assertThat(employer.tells(one.id(), other.code()).at("/reason")).isEqualTo("wrong");
        }
        assertThat(employer.tells(one.id(), one.code()).status()).isEqualTo(200);
        Program.Reply replay = employer.tells(one.id(), one.code());
        assertThat(replay.status()).isEqualTo(409);
        assertThat(replay.at("/state")).isEqualTo("given");
        assertThat(acts("CONSENT_GIVEN", one.id())).isEqualTo(1);

        clock.travelTo(Clock.systemUTC().instant().plus(Duration.ofMinutes(11)));
        assertThat(employer.tells(other.id(), other.code()).at("/reason")).isEqualTo("expired");
    }

    @Test
    void theSameKeyAsksNobodyTwice() {
        Map<String, Object> wish = Employer.wish(citizen);
        String id = employer.wants("wish-1", wish).at("/id");
        int sent = arrived(1);

        Program.Reply again = employer.wants("wish-1", wish);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.at("/id")).isEqualTo(id);
        Program.Reply other = employer.wants("wish-1", Employer.wish(citizen, "once", true));
        assertThat(other.at("/type")).isEqualTo("/problems/idempotency-key-reused");
        assertThat(Visitor.smsTo(citizen.mobile())).hasSize(sent);
        assertThat(employer.wants("", wish).status()).isEqualTo(400);
    }

    private int arrived(int least) {
        return Awaitility.await()
                .until(() -> Visitor.smsTo(citizen.mobile()).size(), it -> it >= least);
    }

    @Test
    void twoRequestsWithOneKeyAskOnce() throws Exception {
        Map<String, Object> wish = Employer.wish(citizen);
        List<Program.Reply> replies = atOnce(2, () -> employer.wants("both", wish));

        assertThat(replies).extracting(Program.Reply::status).containsOnly(201);
        assertThat(replies.getFirst().at("/id")).isEqualTo(replies.getLast().at("/id"));
        arrived(1);
        assertThat(Visitor.smsTo(citizen.mobile())).hasSize(1);
    }

    private static List<Program.Reply> atOnce(int times, Callable<Program.Reply> call)
            throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(Collections.nCopies(times, call));
            var results = new ArrayList<Program.Reply>();
            for (var one : all) {
                results.add(one.get());
            }
            return results;
        }
    }

    @Test
    void nobodyAsksForMoreThanTheirRightOrForSomebodyUnreachable() {
        Employer narrow = Employer.admitted(bodies, "کارفرمای تنگ", Manner.MATCH, port);
        assertThat(narrow.wants(citizen, "manner", "fields").at("/reason"))
                .isEqualTo("manner-not-allowed");
        assertThat(employer.wants(citizen, "fields", List.of("grade")).at("/reason"))
                .isEqualTo("field-not-allowed");
        assertThat(
                        employer.wants(
                                        citizen,
                                        "registry",
                                        "veterans/status@1",
                                        "purpose",
                                        "veteran-benefit",
                                        "fields",
                                        List.of("status"))
                                .at("/reason"))
                .isEqualTo("no-right");
        assertThat(employer.wants(citizen, "purpose", "service-delivery").body())
                .contains("/purpose");
        assertThat(employer.wants(citizen, "until", "2020-01-01T00:00:00Z").body())
                .contains("/until");
        assertThat(employer.wants(citizen, "until", "2099-01-01T00:00:00Z").body())
                .contains("/until");
        assertThat(employer.wants(citizen, "way", "post").body()).contains("/way");
        var somebody = new HashMap<>(Map.of("nationalId", citizen.nationalId()));
        assertThat(employer.wants(citizen, "subject", somebody).status()).isEqualTo(422);
        somebody.put("birthDate", "1991-01-01");
        somebody.put("mobile", citizen.mobile());
        assertThat(employer.wants(citizen, "subject", somebody).at("/type"))
                .isEqualTo("/problems/birth-date-differs");
        somebody.put("birthDate", citizen.birthDate().toString());
        somebody.put("mobile", "09120000000");
        assertThat(employer.wants(citizen, "subject", somebody).at("/type"))
                .isEqualTo("/problems/mobile-not-theirs");
        assertThat(Visitor.smsTo(citizen.mobile())).isEmpty();
    }

    @Test
    void aConsentIsForTheOneWhoAskedForIt() {
        Employer other = Employer.admitted(bodies, "کارفرمای دیگر", port);
        Counter counter = employer.atCounter(citizen);

        assertThat(other.tells(counter.id(), counter.code()).status()).isEqualTo(404);
        assertThat(employer.tells(counter.id(), counter.code()).status()).isEqualTo(200);
        assertThat(other.reads(counter.id()).status()).isEqualTo(404);
        isMissing(other.asks(citizen, "year"), "needs the person's consent");
        isMissing(employer.asks(Employer.newcomer(), "year"), "needs the person's consent");
    }

    @Test
    void whoAsksOnBehalfOfAnotherIsNotWhomThePersonConsentedTo() {
        employer.consented(citizen);
        Program.Reply refused =
                employer.body()
                        .program()
                        .post(
                                "/api/v1/inquiries",
                                Map.of(
                                        "registry",
                                        Employer.DEGREES,
                                        "purpose",
                                        Employer.PURPOSE,
                                        "keys",
                                        Map.of("nationalId", citizen.nationalId()),
                                        "fields",
                                        List.of("year"),
                                        "party",
                                        Employer.PARTY));
        isMissing(refused, "alone");
    }

    @Test
    void aOneTimeConsentIsUsedUpByOneAnswerEvenWhenManyAskAtOnce() throws Exception {
        String id = employer.consented(citizen, "once", true);

        List<Integer> ends =
                atOnce(8, () -> employer.asks(citizen, "year")).stream()
                        .map(Program.Reply::status)
                        .sorted()
                        .toList();

        assertThat(ends).containsExactly(200, 403, 403, 403, 403, 403, 403, 403);
        isMissing(employer.asks(citizen, "year"), "used up");
        assertThat(employer.reads(id).at("/state")).isEqualTo("used");
    }

    @Test
    void aQuestionThatGotNoAnswerUsesNothingUp() {
        String id = employer.consented(citizen, "once", true);
        Employer.outside("PUT", "/control/degrees", "{\"fault\":\"error\"}");
        assertThat(employer.asks(citizen, "year").status()).isEqualTo(503);
        assertThat(employer.reads(id).at("/state")).isEqualTo("given");

        Employer.outside("PUT", "/control/degrees", "{\"fault\":\"none\"}");
        assertThat(employer.asks(citizen, "year").status()).isEqualTo(200);
        assertThat(employer.reads(id).at("/state")).isEqualTo("used");
    }

    @Test
    void itEndsAtItsMoment() {
        String id =
                employer.consented(
                        citizen, "until", Instant.now().plus(Duration.ofMinutes(5)).toString());
        assertThat(employer.asks(citizen, "year").status()).isEqualTo(200);

        clock.travelTo(Clock.systemUTC().instant().plus(Duration.ofMinutes(6)));

        isMissing(employer.asks(citizen, "year"), "has ended");
        assertThat(employer.reads(id).at("/state")).isEqualTo("expired");
    }

    @Test
    void aRightThatIsGoneIsMissedBeforeConsentIs() {
        Employer fresh = Employer.admitted(bodies, "کارفرمای بی‌حق", port);
        assertThat(
                        fresh.body()
                                .program()
                                .post(
                                        "/api/v1/inquiries",
                                        Map.of(
                                                "registry",
                                                "veterans/status@1",
                                                "purpose",
                                                "veteran-benefit",
                                                "keys",
                                                Map.of("nationalId", citizen.nationalId()),
                                                "fields",
                                                List.of("status")))
                                .at("/reason"))
                .isEqualTo("no-right");
    }

    @Test
    void aConsentToComparingTellsNoValue() {
        employer.consented(citizen, "manner", "match");

        isMissing(employer.asks(citizen, "year"), "does not reach as far");
        Program.Reply compared =
                employer.body()
                        .program()
                        .post(
                                "/api/v1/inquiries",
                                Map.of(
                                        "registry",
                                        Employer.DEGREES,
                                        "purpose",
                                        Employer.PURPOSE,
                                        "keys",
                                        Map.of("nationalId", citizen.nationalId()),
                                        "match",
                                        Map.of("year", "1399")));
        assertThat(compared.at("/matches")).isEqualTo("true");
    }

    @Test
    void anXRoadMessageNeedsAConsentToTheWholeRecord() {
        Employer road = Employer.admitted(bodies, "کارفرمای راه", Manner.RECORD, port);
        Map<String, String> headers =
                Map.of("X-Road-Client", road.body().name(), "Content-Type", "application/json");
        String service = "/r1/IR-08/GOV/science/degrees/latest@1/degrees/latest";
        String message = "{\"nationalId\":\"" + citizen.nationalId() + "\"}";

        List<String> all = List.of("level", "levelTitle", "field", "university", "year");
        road.consented(citizen, "manner", "fields", "fields", all);
        Program.Reply refused = road.body().program().request("POST", service, headers, message);
        assertThat(refused.header("X-Road-Error")).isEqualTo("Server.ServerProxy.AccessDenied");
        assertThat(refused.at("/message")).contains("CONSENT_MISSING", "does not reach as far");

        String id = road.consented(citizen, "once", true, "fields", all);
        Program.Reply passed = road.body().program().request("POST", service, headers, message);
        assertThat(passed.status()).as(passed.body()).isEqualTo(200);
        assertThat(passed.at("/levelTitle")).isNotBlank();
        assertThat(road.reads(id).at("/state")).isEqualTo("used");
        assertThat(road.body().program().request("POST", service, headers, message).at("/message"))
                .contains("CONSENT_MISSING");
    }
}
