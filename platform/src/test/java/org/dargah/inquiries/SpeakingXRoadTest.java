package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.dargah.DargahTest;
import org.dargah.Program;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Rights;
import org.dargah.identity.ClientProofs;
import org.dargah.identity.Clients;
import org.dargah.inquiries.Bodies.Body;
import org.dargah.kernel.NationalId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An agency that speaks X-Road asks the degree registry; nothing of the protocol is bent. */
@DargahTest
class SpeakingXRoadTest {

    private static final String DEGREES = "degrees/latest@1";
    private static final String SERVICE = "/r1/IR-08/GOV/science/degrees/latest@1";
    private static final String ASKED = "{\"nationalId\":\"9990000018\"}";

    @LocalServerPort int port;
    @Autowired Clients clients;
    @Autowired ClientProofs proofs;

    @Value("${dargah.address}")
    String address;

    @Autowired Rights rights;

    private Bodies bodies;
    private Body agency;

    @BeforeEach
    void admit() {
        bodies = new Bodies(clients, proofs, rights, address);
        agency = bodies.admit("ادارهٔ نمونه", "education", port);
    }

    private void allow() {
        bodies.allow(
                agency,
                DEGREES,
                "service-delivery",
                Manner.RECORD,
                Bodies.WIDE,
                "level",
                "levelTitle",
                "field",
                "university",
                "year");
    }

    private Program.Reply send(String path, Map<String, String> headers, String body) {
        return agency.program().request(body.isEmpty() ? "GET" : "POST", path, headers, body);
    }

    private Map<String, String> headers() {
        return Map.of(
                "X-Road-Client",
                agency.name(),
                "X-Road-Id",
                "m-1",
                "Content-Type",
                "application/json");
    }

    private static void isFault(Program.Reply reply, int status, String type) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("X-Road-Error")).isEqualTo(type);
        assertThat(reply.at("/type")).isEqualTo(type);
        assertThat(reply.at("/message")).isNotBlank();
        assertThat(reply.at("/detail")).isNotBlank();
    }

    @Test
    void theRegistrysOwnAnswerComesBackUnderTheProtocolsHeaders() throws Exception {
        allow();

        Program.Reply answer = send(SERVICE + "/degrees/latest", headers(), ASKED);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/levelTitle")).isNotBlank();
        assertThat(answer.header("X-Road-Error")).isEmpty();
        assertThat(answer.header("X-Road-Client")).isEqualTo(agency.name());
        assertThat(answer.header("X-Road-Service"))
                .isEqualTo("IR-08/GOV/science/degrees/latest%401");
        assertThat(answer.header("X-Road-Id")).isEqualTo("m-1");
        assertThat(answer.header("X-Road-Request-Id")).hasSize(36);
        assertThat(Base64.getDecoder().decode(answer.header("X-Road-Request-Hash")))
                .hasSize(MessageDigest.getInstance("SHA-512").getDigestLength());
    }

    @Test
    void theRegistrysOwnRefusalIsPassedOnAndIsNoFaultOfTheExchange() {
        allow();

        Program.Reply absent =
                send(
                        SERVICE + "/degrees/latest",
                        headers(),
                        "{\"nationalId\":\"" + NationalId.demo(999_000).digits() + "\"}");

        assertThat(absent.status()).isEqualTo(404);
        assertThat(absent.header("X-Road-Error")).isEmpty();
        assertThat(absent.header("X-Road-Request-Hash")).isNotBlank();
    }

    @Test
    void whatTheExchangeRefusesIsAFaultInTheProtocolsWords() {
        isFault(
                send(SERVICE + "/degrees/latest", headers(), ASKED),
                500,
                "Server.ServerProxy.AccessDenied");
        allow();
        isFault(
                send(SERVICE + "/degrees/other", headers(), ASKED),
                500,
                "Server.ServerProxy.UnknownService");
        isFault(
                send("/r1/IR-08/GOV/science/degrees/none", headers(), ASKED),
                500,
                "Server.ServerProxy.UnknownService");
        isFault(send(SERVICE + "/degrees/latest", Map.of(), ASKED), 400, "Client.BadRequest");
        isFault(
                send(
                        SERVICE + "/degrees/latest",
                        Map.of("X-Road-Client", "IR-08/GOV/science/other"),
                        ASKED),
                500,
                "Server.ClientProxy.UnknownMember");
        isFault(send("/r1/IR-08/GOV", headers(), ""), 400, "Client.BadRequest");
        isFault(
                send(SERVICE + "/degrees/latest", headers(), "{\"nationalId\":\"1\"}"),
                400,
                "Client.BadRequest");
        isFault(
                send(
                        SERVICE + "/degrees/latest",
                        headers(),
                        "{\"nationalId\":\"9990000018\",\"all\":true}"),
                400,
                "Client.BadRequest");
        isFault(
                Program.bearing("forged", port)
                        .request("GET", SERVICE + "/listMethods", headers(), ""),
                500,
                "Server.ClientProxy.SslAuthenticationFailed");
    }

    /** What the guide for integrators shows. */
    @Test
    void aClientOfThirtyLinesWorks() throws Exception {
        allow();

        assertThat(
                        Asking.degree(
                                "http://127.0.0.1:" + port,
                                agency.program().token(),
                                agency.name(),
                                "9990000018"))
                .contains("levelTitle");
    }

    @Test
    void servicesTellWhatTheyAreAndWhoMayAsk() {
        String subsystem = "/r1/IR-08/GOV/science/degrees";

        Program.Reply all = send(subsystem + "/listMethods", headers(), "");
        assertThat(all.at("/service/0/service_code")).isEqualTo("latest@1");
        assertThat(all.at("/service/0/endpoint_list/0/path")).isEqualTo("/degrees/latest");
        assertThat(send(subsystem + "/allowedMethods", headers(), "").json().path("service"))
                .isEmpty();
        allow();
        assertThat(send(subsystem + "/allowedMethods", headers(), "").json().path("service"))
                .hasSize(1);
        assertThat(
                        send(subsystem + "/getOpenAPI?serviceCode=latest@1", headers(), "")
                                .at("/paths/~1degrees~1latest/post/summary"))
                .isEqualTo("Degree registry");
    }
}
