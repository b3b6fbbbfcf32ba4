package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dargah.DargahTest;
import org.dargah.Program;
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

/** A museum joins by its OpenAPI document with two endpoints; a third one is not declared. */
@DargahTest
class AddingARegistryByOpenApiTest {

    private static final String MUSEUM = "museum/member@1";
    private static final String PURPOSE = "service-delivery";
    private static final String SUBSYSTEM = "/r1/IR-08/GOV/education/museum";
    private static final String SERVICE = SUBSYSTEM + "/member@1";
    private static final String PERSON = "9990000018";

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

    private void allow(Manner manner, String... fields) {
        bodies.allow(agency, MUSEUM, PURPOSE, manner, Bodies.WIDE, fields);
    }

    private Program.Reply ask(String... fields) {
        return agency.program()
                .post(
                        "/api/v1/inquiries",
                        Map.of(
                                "registry",
                                MUSEUM,
                                "purpose",
                                PURPOSE,
                                "keys",
                                Map.of("nationalId", PERSON),
                                "fields",
                                List.of(fields)));
    }

    private Program.Reply send(String method, String path, String body) {
        return agency.program()
                .request(
                        method,
                        path,
                        Map.of("X-Road-Client", agency.name(), "Content-Type", "application/json"),
                        body);
    }

    @Test
    void eachFieldComesFromTheEndpointThatAnswersIt() {
        allow(Manner.FIELDS, "card", "visitedOn", "hall");

        assertThat(ask("card").at("/fields/card")).isEqualTo("M-3");
        assertThat(ask("visitedOn", "hall").at("/fields/hall")).isEqualTo("مفرغ");
        Program.Reply both = ask("card", "hall");
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.at("/reason")).isEqualTo("endpoint-not-offered");
        assertThat(ask("since").at("/reason")).isEqualTo("field-not-allowed");
    }

    @Test
    void aRightToOneEndpointCarriesMessagesThereAndNowhereElse() {
        allow(Manner.RECORD, "card", "since");

        Program.Reply member = send("GET", SERVICE + "/members/" + PERSON, "");
        assertThat(member.status()).isEqualTo(200);
        assertThat(member.at("/card/number")).isEqualTo("M-3");

        String visits = SERVICE + "/visits/latest";
        assertThat(send("POST", visits, "{\"person\":\"" + PERSON + "\"}").header("X-Road-Error"))
                .isEqualTo("Server.ServerProxy.AccessDenied");
        assertThat(send("POST", SERVICE + "/members/" + PERSON, "{}").header("X-Road-Error"))
                .isEqualTo("Server.ServerProxy.UnknownService");
        for (String path : List.of("/members/", "/members/1", "/members/" + PERSON + "/x")) {
            assertThat(send("GET", SERVICE + path, "").header("X-Road-Error"))
                    .as(path)
                    .isNotBlank();
        }
        assertThat(
                        send("GET", SERVICE + "/members/" + PERSON + "?all=1", "")
                                .header("X-Road-Error"))
                .isEqualTo("Client.BadRequest");
        assertThat(agency.program().get("/api/v1/access-rights").at("/items/0/endpoints/0"))
                .isEqualTo("GET /members/{nid}");
    }

    @Test
    void theMuseumTellsWhatIsDeclaredAndNoMore() {
        allow(Manner.RECORD, "card", "since");

        Program.Reply all = send("GET", SUBSYSTEM + "/listMethods", "");
        assertThat(all.json().at("/service/0/endpoint_list")).hasSize(2);
        Program.Reply allowed = send("GET", SUBSYSTEM + "/allowedMethods", "");
        assertThat(allowed.json().at("/service/0/endpoint_list")).hasSize(1);
        assertThat(allowed.at("/service/0/endpoint_list/0/path")).isEqualTo("/members/*");

        Program.Reply told = send("GET", SUBSYSTEM + "/getOpenAPI?serviceCode=member@1", "");
        assertThat(told.at("/info/version")).isEqualTo("1.4.0");
        assertThat(told.at("/paths/~1members~1{nid}/get/operationId")).isEqualTo("findMember");
        assertThat(told.body())
                .contains("lastVisit")
                .doesNotContain("changeMember")
                .doesNotContain("inner.museum.example");
    }
}
