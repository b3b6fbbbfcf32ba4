package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dargah.DargahTest;
import org.dargah.Program;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Rights;
import org.dargah.identity.ClientProofs;
import org.dargah.identity.Clients;
import org.dargah.identity.Scope;
import org.dargah.inquiries.Bodies.Body;
import org.dargah.kernel.Uuid7;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A monitor reads what a bank asked, in X-Road's schema, and nothing by which a person is known.
 */
@DargahTest
class ReadingOperationalDataTest {

    private static final String DEGREES = "degrees/latest@1";
    private static final String SERVICE = "/r1/IR-08/GOV/science/degrees/latest@1";
    private static final String DATA = "/api/v1/operational-data";

    @LocalServerPort int port;
    @Autowired Clients clients;
    @Autowired ClientProofs proofs;

    @Value("${dargah.address}")
    String address;

    @Autowired Rights rights;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private Bodies bodies;
    private Body bank;
    private Program monitor = new Program(0);

    @BeforeEach
    void admit() {
        bodies = new Bodies(clients, proofs, rights, address);
        bank = bodies.admit("بانک پاییده", "bank-maskan", port);
        monitor = bodies.admit("پایشگر", "dargah", port, Scope.MONITORING).program();
    }

    private Program.Reply send(String body) {
        return bank.program()
                .request(
                        "POST",
                        SERVICE + "/degrees/latest",
                        Map.of(
                                "X-Road-Client",
                                bank.name(),
                                "X-Road-Id",
                                "m-77",
                                "X-Road-UserId",
                                "teller-9",
                                "X-Road-Issue",
                                "file-of-somebody",
                                "Content-Type",
                                "application/json"),
                        body);
    }

    private void askTwice() {
        bodies.allow(
                bank,
                DEGREES,
                "service-delivery",
                Manner.RECORD,
                Bodies.WIDE,
                "level",
                "levelTitle",
                "field",
                "university",
                "year");
        assertThat(send("{\"nationalId\":\"9990000018\"}").status()).isEqualTo(200);
        assertThat(send("{\"nationalId\":\"1\"}").status()).isEqualTo(400);
    }

    /** As if it had been some minutes ago: what is younger than a minute is not told yet. */
    private long asked() {
        Instant then = clock.instant().minusSeconds(300);
        List<UUID> rows =
                jdbc.sql(
                                """
                                select id from exchange.inquiry
                                where province = 'IR-08' and client = :client order by id
                                """)
                        .param("client", bank.client().id())
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .list();
        for (UUID row : rows) {
            jdbc.sql(
                            """
                            insert into exchange.inquiry (province, id, asked_at, took_ms, registry,
                                agency, actor_kind, actor_id, actor_title, channel, purpose, fields,
                                outcome, reason, request_hash, answer_hash, client, manner, message,
                                issue, end_user, party, request_bytes, answer_bytes)
                            select province, :id, :then, took_ms, registry,
                                agency, actor_kind, actor_id, actor_title, channel, purpose, fields,
                                outcome, reason, request_hash, answer_hash, client, manner, message,
                                issue, end_user, party, request_bytes, answer_bytes
                            from exchange.inquiry where province = 'IR-08' and id = :row
                            """)
                    .param("id", Uuid7.next(Clock.fixed(then, ZoneOffset.UTC)))
                    .param("then", then.atOffset(ZoneOffset.UTC))
                    .param("row", row)
                    .update();
        }
        return then.getEpochSecond();
    }

    private Program.Reply read(long from, long to, String more) {
        return monitor.get(DATA + "?recordsFrom=" + from + "&recordsTo=" + to + more);
    }

    @Test
    void eachQuestionIsOneRecordInTheSchemaOfXRoad() {
        askTwice();
        long then = asked();

        Program.Reply told = read(then - 1, then + 1, "&client=" + bank.name());

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.at("/recordsCount")).isEqualTo("2");
        assertThat(told.json().has("nextRecordsFrom")).isFalse();
        JsonNode good = told.json().at("/records/0");
        JsonNode bad = told.json().at("/records/1");
        assertThat(good.path("clientMemberClass").asString()).isEqualTo("COM");
        assertThat(good.path("clientSubsystemCode").asString()).isEqualTo(bank.client().id());
        assertThat(good.path("serviceMemberCode").asString()).isEqualTo("science");
        assertThat(good.path("serviceCode").asString()).isEqualTo("latest@1");
        assertThat(good.path("messageId").asString()).isEqualTo("m-77");
        assertThat(good.path("monitoringDataTs").asLong()).isEqualTo(then);
        assertThat(good.path("requestInTs").asLong() / 1000).isEqualTo(then);
        assertThat(good.path("responseOutTs").asLong())
                .isGreaterThanOrEqualTo(good.path("requestInTs").asLong());
        assertThat(good.path("requestSize").asInt()).isEqualTo(27);
        assertThat(good.path("responseSize").asInt()).isPositive();
        assertThat(good.path("succeeded").asBoolean()).isTrue();
        assertThat(good.path("statusCode").asInt()).isEqualTo(200);
        assertThat(bad.path("succeeded").asBoolean()).isFalse();
        assertThat(bad.path("faultCode").asString()).isEqualTo("Client.BadRequest");
        assertThat(bad.path("faultString").asString()).isEqualTo("KEY_NOT_VALID");
        assertThat(told.body()).doesNotContain("9990000018", "teller-9", "file-of-somebody");
    }

    @Test
    void fieldsPeriodsAndPartnersAreChosen() {
        askTwice();
        long then = asked();

        Program.Reply few =
                read(
                        then,
                        then,
                        "&client=IR-08/GOV/science/degrees&outputField=succeeded&outputField=messageId");
        assertThat(few.json().at("/records/0").propertyNames())
                .containsExactlyInAnyOrder("messageId", "succeeded");
        assertThat(read(then - 100, then - 10, "&client=" + bank.name()).at("/recordsCount"))
                .isEqualTo("0");
        long future = clock.instant().getEpochSecond() + 1_000;
        assertThat(read(then, future, "").json().path("nextRecordsFrom").asLong())
                .isBetween(future - 1_100, future - 1_050);
    }

    @Test
    void healthTellsOfEachRegistryWhenItLastAnsweredAndHowOften() {
        askTwice();

        Program.Reply health = monitor.get("/api/v1/health-data?client=IR-08/GOV/science");

        assertThat(health.at("/statisticsPeriodSeconds")).isEqualTo("600");
        JsonNode degrees = health.json().at("/servicesEvents/0");
        assertThat(health.json().path("servicesEvents")).hasSize(1);
        assertThat(degrees.at("/service/serviceCode").asString()).isEqualTo("latest@1");
        assertThat(degrees.path("lastSuccessfulRequestTimestamp").asLong())
                .isGreaterThanOrEqualTo(health.json().path("monitoringStartupTimestamp").asLong());
        assertThat(degrees.path("lastUnsuccessfulRequestTimestamp").asLong()).isPositive();
        JsonNode period = degrees.path("lastPeriodStatistics");
        assertThat(period.path("successfulRequestCount").asInt()).isPositive();
        assertThat(period.path("unsuccessfulRequestCount").asInt()).isPositive();
        assertThat(period.path("requestMaxSize").asInt()).isGreaterThanOrEqualTo(27);
    }

    @Test
    void onlyAMonitorWatchesAndAMonitorAsksNothing() {
        assertThat(bank.program().get("/api/v1/health-data").status()).isEqualTo(403);
        assertThat(bank.program().get(DATA + "?recordsFrom=1&recordsTo=2").status()).isEqualTo(403);
        assertThat(monitor.get("/api/v1/access-rights").status()).isEqualTo(403);
        assertThat(new Program(port).get("/api/v1/health-data").status()).isEqualTo(401);
        for (String wrong :
                List.of(
                        "",
                        "?recordsFrom=x&recordsTo=2",
                        "?recordsFrom=5&recordsTo=2",
                        "?recordsFrom=99999999999&recordsTo=99999999999",
                        "?recordsFrom=1&recordsTo=2&outputField=messageUserId")) {
            assertThat(monitor.get(DATA + wrong).status()).as(wrong).isEqualTo(400);
        }
    }
}
