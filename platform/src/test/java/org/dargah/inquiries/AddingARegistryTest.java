package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.dargah.DargahTest;
import org.dargah.Newcomers;
import org.dargah.Program;
import org.dargah.exchange.AccessRight;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** A library and a cadastre join by a declaration each; not a line of the program knows them. */
@DargahTest
class AddingARegistryTest {

    private static final String PURPOSE = "service-delivery";
    private static final String PLAN = "/r1/IR-08/GOV/education/cadastre/plan@1/cadastre/plan";

    @LocalServerPort int port;
    @Autowired Clients clients;
    @Autowired ClientProofs proofs;

    @Value("${dargah.address}")
    String address;

    @Autowired Rights rights;
    @Autowired JdbcClient jdbc;

    private Bodies bodies;
    private Body agency;

    @BeforeEach
    void admit() {
        bodies = new Bodies(clients, proofs, rights, address);
        agency = bodies.admit("ادارهٔ نمونه", "education", port);
    }

    @Test
    void theLibraryIsAskedInOneCallForOneFieldAndGivesNoOther() {
        bodies.allow(
                agency, "library/member@1", PURPOSE, Manner.FIELDS, Bodies.WIDE, "card", "books");

        Program.Reply answer =
                agency.program()
                        .post(
                                "/api/v1/inquiries",
                                Map.of(
                                        "registry",
                                        "library/member@1",
                                        "purpose",
                                        PURPOSE,
                                        "keys",
                                        Map.of("nationalId", "9990000018"),
                                        "fields",
                                        List.of("card")));

        assertThat(answer.at("/fields/card")).isEqualTo("K-7");
        assertThat(answer.body()).doesNotContain("900").doesNotContain("books");
    }

    @Test
    void aKeptAnswerIsToldWithItsAgeUnderTheSamePolicyAndLeavesItsOwnEvidence() {
        AccessRight right =
                bodies.allow(
                        agency, "library/member@1", PURPOSE, Manner.FIELDS, Bodies.WIDE, "card");
        String person = NationalId.demo(777_001).digits();

        Program.Reply first = card(person);
        Program.Reply again = card(person);

        assertThat(first.header("Age")).isEmpty();
        assertThat(again.at("/fields/card")).isEqualTo("K-7");
        assertThat(again.at("/at")).isEqualTo(first.at("/at"));
        assertThat(again.header("Age")).isEqualTo(again.at("/age")).matches("\\d+");
        assertThat(questions()).isEqualTo(2);
        assertThat(keptSince())
                .hasSize(1)
                .first()
                .asString()
                .startsWith(first.at("/at").substring(0, 19));

        bodies.revoke(right);
        assertThat(card(person).at("/reason")).isEqualTo("no-right");
        assertThat(questions()).isEqualTo(3);
    }

    private Program.Reply card(String person) {
        return agency.program()
                .post(
                        "/api/v1/inquiries",
                        Map.of(
                                "registry",
                                "library/member@1",
                                "purpose",
                                PURPOSE,
                                "keys",
                                Map.of("nationalId", person),
                                "fields",
                                List.of("card")));
    }

    private List<Instant> keptSince() {
        return jdbc.sql(
                        """
                        select kept_since from exchange.inquiry
                        where province = 'IR-08' and client = :client and kept_since is not null
                        """)
                .param("client", agency.client().id())
                .query((row, n) -> row.getObject("kept_since", OffsetDateTime.class).toInstant())
                .list();
    }

    @Test
    void aLargeAnswerFlowsWhileItIsStillBeingDrawn() throws Exception {
        allowPlans();
        try (InputStream plan = open()) {
            byte[] half = plan.readNBytes(Newcomers.PLAN_BYTES / 4);
            assertThat(half).hasSize(Newcomers.PLAN_BYTES / 4);
            assertThat(questions()).isZero();

            Newcomers.SECOND_HALF.release();
            long rest = plan.transferTo(OutputStream.nullOutputStream());
            assertThat(half.length + rest).isEqualTo(Newcomers.PLAN_BYTES);
        }
        assertThat(questions()).isEqualTo(1);
    }

    @Test
    void withoutEvidenceNobodyHoldsAWholeAnswer() throws Exception {
        allowPlans();
        bodies.allow(
                agency, "library/member@1", PURPOSE, Manner.RECORD, Bodies.WIDE, "card", "books");
        jdbc.sql("alter table exchange.inquiry add constraint full_disk check (false) not valid")
                .update();
        try {
            Newcomers.SECOND_HALF.release();
            try (InputStream plan = open()) {
                assertThatThrownBy(() -> plan.transferTo(OutputStream.nullOutputStream()))
                        .isInstanceOf(IOException.class);
            }
            Program.Reply small =
                    agency.program()
                            .request(
                                    "GET",
                                    "/r1/IR-08/GOV/education/library/member@1/library/member?nid=9990000018",
                                    Map.of("X-Road-Client", agency.name()),
                                    "");
            assertThat(small.header("X-Road-Error")).isEqualTo("Server.ServerProxy.LoggingFailed");
            assertThat(small.body()).doesNotContain("K-7");
        } finally {
            jdbc.sql("alter table exchange.inquiry drop constraint full_disk").update();
        }
    }

    private void allowPlans() {
        bodies.allow(agency, "cadastre/plan@1", PURPOSE, Manner.RECORD, Bodies.WIDE, "plan");
    }

    private InputStream open() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create("http://127.0.0.1:" + port + PLAN))
                                        .header(
                                                "Authorization",
                                                "Bearer " + agency.program().token())
                                        .header("X-Road-Client", agency.name())
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        "{\"postcode\":\"7717611301\"}"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private int questions() {
        return jdbc.sql(
                        "select count(*) from exchange.inquiry where province = 'IR-08' and client"
                                + " = :client")
                .param("client", agency.client().id())
                .query(Integer.class)
                .single();
    }
}
