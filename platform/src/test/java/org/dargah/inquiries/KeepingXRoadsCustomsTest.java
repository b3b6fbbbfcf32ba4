package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dargah.DargahTest;
import org.dargah.Program;
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

/**
 * A bank is a member of its own class, asks for others only by right, and finds who else is there.
 */
@DargahTest
class KeepingXRoadsCustomsTest {

    private static final String DEGREES = "degrees/latest@1";
    private static final String SERVICE = "/r1/IR-08/GOV/science/degrees/latest@1";
    private static final String PATH = SERVICE + "/degrees/latest";
    private static final String ASKED = "{\"nationalId\":\"9990000018\"}";

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
        bank = bodies.admit("بانک نمونه", "bank-melli", port);
    }

    private void allow(String... parties) {
        bodies.allow(
                bank,
                DEGREES,
                "service-delivery",
                Manner.RECORD,
                new Bounds(1_000, 1_000, null, Set.of(), Set.of(parties), LocalDate.of(2099, 1, 1)),
                "level",
                "levelTitle",
                "field",
                "university",
                "year");
    }

    private Program.Reply send(String path, String... more) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Road-Client", bank.name());
        headers.put("Content-Type", "application/json");
        for (int i = 0; i < more.length; i += 2) {
            headers.put(more[i], more[i + 1]);
        }
        return bank.program().request("POST", path, headers, ASKED);
    }

    private List<String> reasons() {
        return jdbc.sql(
                        """
                        select coalesce(reason, outcome) from exchange.inquiry
                        where province = 'IR-08' and client = :client order by id
                        """)
                .param("client", bank.client().id())
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void aBankIsOfTheClassOfBanks() {
        allow();
        assertThat(bank.name()).startsWith("IR-08/COM/bank-melli/");
        assertThat(send(PATH).status()).isEqualTo(200);

        String asState = bank.name().replace("/COM/", "/GOV/");
        assertThat(send(PATH, "X-Road-Client", asState).header("X-Road-Error"))
                .isEqualTo("Server.ClientProxy.UnknownMember");
        assertThat(send(PATH.replace("/GOV/", "/COM/")).header("X-Road-Error"))
                .isEqualTo("Server.ServerProxy.UnknownService");
        assertThat(reasons()).containsExactly("KNOWN", "FOREIGN_CLIENT", "UNKNOWN_REGISTRY");
    }

    @Test
    void whoIsThereIsListedAsJsonAndAsXml() {
        Program.Reply json =
                bank.program()
                        .request("GET", "/listClients", Map.of("Accept", "application/json"), "");
        assertThat(json.status()).isEqualTo(200);
        assertThat(json.json().at("/member").valueStream())
                .anySatisfy(
                        it -> {
                            assertThat(it.at("/id/object_type").asString()).isEqualTo("MEMBER");
                            assertThat(it.at("/id/member_class").asString()).isEqualTo("COM");
                            assertThat(it.at("/id/member_code").asString()).isEqualTo("bank-melli");
                        })
                .anySatisfy(
                        it -> {
                            assertThat(it.at("/id/subsystem_code").asString())
                                    .isEqualTo(bank.client().id());
                            assertThat(it.at("/subsystem_name").asString()).isEqualTo("بانک نمونه");
                        })
                .anySatisfy(
                        it ->
                                assertThat(it.at("/id/subsystem_code").asString())
                                        .isEqualTo("degrees"));

        Program.Reply xml =
                bank.program().request("GET", "/listClients?xRoadInstance=IR-08", Map.of(), "");
        assertThat(xml.header("Content-Type")).startsWith("text/xml");
        assertThat(xml.body())
                .contains(
                        "<xrd:clientList xmlns:xrd=\"http://x-road.eu/xsd/xroad.xsd\"",
                        "<id:subsystemCode>" + bank.client().id() + "</id:subsystemCode>");

        assertThat(
                        bank.program()
                                .request("GET", "/listClients?xRoadInstance=EE", Map.of(), "")
                                .header("X-Road-Error"))
                .isEqualTo("Client.BadRequest");
        assertThat(
                        Program.bearing("forged", port)
                                .request("GET", "/listClients", Map.of(), "")
                                .header("X-Road-Error"))
                .isEqualTo("Server.ClientProxy.SslAuthenticationFailed");
    }

    @Test
    void aMessageForAnotherServerIsNotAnswered() {
        allow();
        String header = "X-Road-Security-Server";
        assertThat(send(PATH, header, "IR-08/GOV/dargah/exchange").status()).isEqualTo(200);
        for (String other : List.of("IR-08/GOV/dargah/another", "EE/GOV/1/s", "nonsense")) {
            assertThat(send(PATH, header, other).header("X-Road-Error"))
                    .isEqualTo("Server.ClientProxy.InvalidSecurityServer");
        }
        assertThat(reasons())
                .containsExactly("KNOWN", "WRONG_SERVER", "WRONG_SERVER", "WRONG_SERVER");
    }

    @Test
    void onBehalfOfOthersItAsksOnlyByRight() {
        allow("COM/branch 7", "COM/insurer-1");
        String header = "X-Road-Represented-Party";

        assertThat(send(PATH, header, "COM/insurer-1").status()).isEqualTo(200);
        assertThat(send(PATH, header, "COM/branch%207").status()).isEqualTo(200);
        Program.Reply refused = send(PATH, header, "COM/insurer-2");
        assertThat(refused.header("X-Road-Error")).isEqualTo("Server.ServerProxy.AccessDenied");
        assertThat(refused.at("/message")).contains("PARTY_NOT_REPRESENTED", "COM/insurer-2");
        assertThat(send(PATH, header, "a/b/c").header("X-Road-Error"))
                .isEqualTo("Client.BadRequest");

        Map<String, Object> question =
                Map.of(
                        "registry",
                        DEGREES,
                        "purpose",
                        "service-delivery",
                        "keys",
                        Map.of("nationalId", "9990000018"),
                        "fields",
                        List.of("level"),
                        "party",
                        "COM/insurer-3");
        assertThat(bank.program().post("/api/v1/inquiries", question).at("/reason"))
                .isEqualTo("party-not-represented");
        assertThat(
                        jdbc.sql(
                                        """
                                        select party from exchange.inquiry
                                        where province = 'IR-08' and client = :client
                                            and party is not null order by id
                                        """)
                                .param("client", bank.client().id())
                                .query((row, n) -> row.getString(1))
                                .list())
                .containsExactly("COM/insurer-1", "COM/branch 7", "COM/insurer-2", "COM/insurer-3");
        assertThat(bank.program().get("/api/v1/access-rights").at("/items/0/parties/0"))
                .isEqualTo("COM/branch 7");
    }

    @Test
    void whatIsNoQuestionLeavesEvidenceTooButCannotFillTheLog() {
        assertThat(send("/r1/IR-08/GOV").header("X-Road-Error")).isEqualTo("Client.BadRequest");
        assertThat(send(SERVICE.replace("latest@1", "none@1")).header("X-Road-Error"))
                .isEqualTo("Server.ServerProxy.UnknownService");
        assertThat(reasons()).containsExactly("NOT_OF_PROTOCOL", "UNKNOWN_REGISTRY");

        for (int i = 0; i < 130; i++) {
            assertThat(send("/r1/IR-08/GOV").header("X-Road-Error")).isEqualTo("Client.BadRequest");
        }
        // A minute may have turned over once meanwhile.
        assertThat(reasons()).hasSizeBetween(60, 120);
        assertThat(Program.bearing("forged", port).get("/r1/IR-08/GOV").status()).isEqualTo(500);
        assertThat(reasons()).hasSizeBetween(60, 120);
    }
}
