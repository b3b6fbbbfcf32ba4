package org.dargah;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@DargahTest
class DescribingTheApiTest {

    @LocalServerPort int port;

    @Test
    void theDescriptionIsOpenApi31AndNamesEveryResource() {
        Program.Reply reply = new Program(port).get("/api/openapi.json");

        JsonNode description = reply.json();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(description.at("/openapi").asString()).startsWith("3.1");
        assertThat(description.get("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/services",
                        "/api/v1/services/{agency}/{code}",
                        "/api/v1/cases",
                        "/api/v1/cases/{trackingCode}",
                        "/api/v1/cases/{trackingCode}/certificates/{id}",
                        "/api/v1/cases/{trackingCode}/lists/{question}",
                        "/api/v1/cases/{trackingCode}/corrections",
                        "/api/v1/cases/{trackingCode}/rating",
                        "/api/v1/cases/{trackingCode}/withdrawal",
                        "/api/v1/inquiries",
                        "/api/v1/inquiries/{id}/receipt",
                        "/api/v1/access-rights",
                        "/api/v1/consents",
                        "/api/v1/consents/{id}",
                        "/api/v1/consents/{id}/code",
                        "/api/v1/consents/{id}/codes",
                        "/api/v1/consents/{id}/receipt",
                        "/api/v1/consents/keys",
                        "/api/v1/operational-data",
                        "/api/v1/health-data",
                        "/me/data-tracker/findUsage",
                        "/me/data-tracker/heartbeat",
                        "/me/data-tracker/usagePeriod");
        assertThat(description.at("/components/securitySchemes/client/type").asString())
                .isEqualTo("oauth2");
        assertThat(reply.body()).doesNotContain("CurrentClient");
        assertThat(
                        description
                                .at("/paths/~1api~1v1~1cases/post/responses/default/content")
                                .propertyNames())
                .containsExactly("application/problem+json");
    }

    @Test
    void anyoneFindsServicesInTheirOwnWordsAndReadsOneWhole() {
        Program anyone = new Program(port);

        JsonNode found =
                anyone.get(
                                "/api/v1/services?query="
                                        + java.net.URLEncoder.encode(
                                                "میخوام مغازه بزنم",
                                                java.nio.charset.StandardCharsets.UTF_8))
                        .json();
        assertThat(found.at("/items/0/service").asString()).isEqualTo("asnaf/business-licence");
        JsonNode whole = anyone.get("/api/v1/services/asnaf/business-licence").json();
        assertThat(whole.at("/fields").size()).isEqualTo(5);
        assertThat(whole.at("/conditions/0/number").asInt()).isEqualTo(1);
        assertThat(anyone.get("/api/v1/services/asnaf/none").at("/type"))
                .isEqualTo("/problems/not-found");
    }

    @Test
    void theListOfServicesGoesOnByItsCursor() {
        Program anyone = new Program(port);

        int all = anyone.get("/api/v1/services").json().at("/items").size();

        var told = new HashSet<String>();
        JsonNode page = anyone.get("/api/v1/services?limit=1").json();
        for (int pages = 1; pages < all; pages++) {
            told.add(page.at("/items/0/service").asString());
            page =
                    anyone.get("/api/v1/services?limit=1&after=" + page.at("/after").asString())
                            .json();
        }
        told.add(page.at("/items/0/service").asString());

        assertThat(told).hasSize(all);
        assertThat(page.at("/after").isNull()).isTrue();
    }
}
