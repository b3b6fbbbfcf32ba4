package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    @Test
    void aCodeToldAtTheCounterOpensExactlyWhatWasConsentedTo() {
        Employer.isMissing(employer.asks(citizen, "levelTitle"), "POST /api/v1/consents");

        Counter counter = employer.atCounter(citizen);
        assertThat(Visitor.smsTo(citizen.mobile()).getFirst())
                .contains("کارفرمای نمونه", "عنوان مقطع", "سال دانش‌آموختگی", "/me/consents");
        Employer.isMissing(employer.asks(citizen, "levelTitle"), counter.id());

        Program.Reply given = employer.tells(counter.id(), counter.code());
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        assertThat(given.at("/state")).isEqualTo("given");
        assertThat(given.at("/how")).isEqualTo("counter");

        Program.Reply answer = employer.asks(citizen, "levelTitle");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(employer.asks(citizen, "year", "levelTitle").status()).isEqualTo(200);
        Employer.isMissing(employer.asks(citizen, "university"), "does not reach as far");
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

        assertThat(Employer.acts(jdbc, "CONSENT_ASKED", id)).isEqualTo(1);
        assertThat(Employer.acts(jdbc, "CONSENT_GIVEN", id)).isEqualTo(1);
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
    void aConsentIsForTheOneWhoAskedForIt() {
        Employer other = Employer.admitted(bodies, "کارفرمای دیگر", port);
        Counter counter = employer.atCounter(citizen);

        assertThat(other.tells(counter.id(), counter.code()).status()).isEqualTo(404);
        assertThat(employer.tells(counter.id(), counter.code()).status()).isEqualTo(200);
        assertThat(other.reads(counter.id()).status()).isEqualTo(404);
        Employer.isMissing(other.asks(citizen, "year"), "needs the person's consent");
        Employer.isMissing(
                employer.asks(Employer.newcomer(), "year"), "needs the person's consent");
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
        Employer.isMissing(refused, "alone");
    }

    @Test
    void aOneTimeConsentIsUsedUpByOneAnswerEvenWhenManyAskAtOnce() throws Exception {
        String id = employer.consented(citizen, "once", true);

        List<Integer> ends =
                Employer.atOnce(8, () -> employer.asks(citizen, "year")).stream()
                        .map(Program.Reply::status)
                        .sorted()
                        .toList();

        assertThat(ends).containsExactly(200, 403, 403, 403, 403, 403, 403, 403);
        Employer.isMissing(employer.asks(citizen, "year"), "used up");
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

        Employer.isMissing(employer.asks(citizen, "year"), "has ended");
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

        Employer.isMissing(employer.asks(citizen, "year"), "does not reach as far");
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
