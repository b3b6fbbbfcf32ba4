package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
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

/** How a person is asked for consent: how often, by which code, and for what nobody is asked. */
@DargahTest
@Import(Bodies.class)
class AskingForConsentTest {

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
        Employer.isMissing(employer.asks(citizen, "year"), counter.id());

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
        assertThat(Employer.acts(jdbc, "CONSENT_GIVEN", one.id())).isEqualTo(1);

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
        List<Program.Reply> replies = Employer.atOnce(2, () -> employer.wants("both", wish));

        assertThat(replies).extracting(Program.Reply::status).containsOnly(201);
        assertThat(replies.getFirst().at("/id")).isEqualTo(replies.getLast().at("/id"));
        arrived(1);
        assertThat(Visitor.smsTo(citizen.mobile())).hasSize(1);
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
}
