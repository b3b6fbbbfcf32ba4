package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.exchange.Manner;
import org.dargah.inquiries.Bodies.Body;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A citizen's own program reads who used their data, in the shape of Estonia's data tracker. */
@DargahTest
@Import(Bodies.class)
class TrackingMyDataTest {

    private static final Citizen CITIZEN = Personas.OFFICER_EDUCATION;
    private static final String FIND = "/me/data-tracker/findUsage";

    @LocalServerPort int port;
    @Autowired Bodies bodies;

    private Visitor citizen = new Visitor(0);

    @BeforeEach
    void askAndSignIn() {
        Body bank = bodies.admit("بانک ردیاب", "education", port);
        bodies.allow(
                bank,
                "civil/person@1",
                "customer-identification",
                Manner.FIELDS,
                Bodies.WIDE,
                "firstName");
        bank.program()
                .post(
                        "/api/v1/inquiries",
                        Map.of(
                                "registry",
                                "civil/person@1",
                                "purpose",
                                "customer-identification",
                                "keys",
                                Map.of("nationalId", CITIZEN.nationalId()),
                                "fields",
                                List.of("firstName"),
                                "issue",
                                "KYC-9"));
        citizen = new Visitor(port);
        citizen.follow(citizen.signIn(CITIZEN, "/me"));
    }

    private JsonNode get(String path) {
        Visitor.Page page = citizen.open(path);
        assertThat(page.status()).isEqualTo(200);
        return JsonMapper.shared().readTree(page.body());
    }

    @Test
    void eachUseIsALineThatNamesItsReceiver() {
        JsonNode line =
                get(FIND + "?limit=100")
                        .get("usages")
                        .valueStream()
                        .filter(it -> it.get("receiverSystem").asString().equals("بانک ردیاب"))
                        .findFirst()
                        .orElseThrow();

        assertThat(line.get("receiverCode").asString()).isEqualTo("education");
        assertThat(line.get("action").asString())
                .contains("شناسایی شما نزد بانک", "نام", "پاسخ داده شد");
        assertThat(line.get("legalBasis").asString()).isEqualTo("قانون مبارزه با پول‌شویی");
        assertThat(line.get("queryGroupId").asString()).isEqualTo("KYC-9");
        assertThat(line.get("logtime").asString()).endsWith("Z");
        assertThat(citizen.open("/me/usages/" + line.get("queryId").asString()).status())
                .isEqualTo(200);
    }

    @Test
    void anAnswerThatWasKeptIsAUseToo() {
        Body library = bodies.admit("کتابخانهٔ ردیاب", "education", port);
        bodies.allow(
                library,
                "library/member@1",
                "service-delivery",
                Manner.FIELDS,
                Bodies.WIDE,
                "card");
        for (int i = 0; i < 2; i++) {
            library.program()
                    .post(
                            "/api/v1/inquiries",
                            Map.of(
                                    "registry",
                                    "library/member@1",
                                    "purpose",
                                    "service-delivery",
                                    "keys",
                                    Map.of("nationalId", CITIZEN.nationalId()),
                                    "fields",
                                    List.of("card")));
        }

        List<String> uses =
                get(FIND + "?limit=100")
                        .get("usages")
                        .valueStream()
                        .filter(it -> it.get("receiverSystem").asString().equals("کتابخانهٔ ردیاب"))
                        .map(it -> "/me/usages/" + it.get("queryId").asString())
                        .toList();
        assertThat(uses).hasSize(2);
        assertThat(citizen.open(uses.get(0)).body()).contains("با پاسخ پیشین سامانه");
        assertThat(citizen.open(uses.get(1)).body()).doesNotContain("با پاسخ پیشین سامانه");
    }

    @Test
    void theListIsCutByPeriodOffsetAndLimit() {
        JsonNode all = get(FIND);
        int total = all.get("totalUsages").asInt();
        assertThat(total).isGreaterThanOrEqualTo(3).isEqualTo(all.get("usages").size());

        JsonNode second = get(FIND + "?offset=1&limit=1");
        assertThat(second.get("totalUsages").asInt()).isEqualTo(total);
        assertThat(second.at("/usages/0/queryId")).isEqualTo(all.at("/usages/1/queryId"));
        assertThat(get(FIND + "?periodEnd=2020-01-01T00:00:00").get("totalUsages").asInt())
                .isZero();
        assertThat(get(FIND + "?periodStart=2020-01-01T00:00:00Z").get("totalUsages").asInt())
                .isEqualTo(total);
        assertThat(citizen.open(FIND + "?periodStart=yesterday").status()).isEqualTo(400);
        assertThat(citizen.open(FIND + "?limit=100000").status()).isEqualTo(400);
    }

    @Test
    void thePeriodBeginsWithTheRecordAndTheHeartBeats() {
        assertThat(get("/me/data-tracker/usagePeriod").get("periodStart").asString())
                .startsWith("20");
        assertThat(get("/me/data-tracker/heartbeat").get("status").asString()).isEqualTo("OK");
    }

    @Test
    void aStrangerGetsNothing() {
        Visitor.Page page = new Visitor(port).open(FIND + "?userCode=" + CITIZEN.nationalId());
        assertThat(page.status()).isEqualTo(303);
    }

    @Test
    void thePublicLogProvesALineToThePersonAndToNobodyElse() {
        String id =
                get(FIND + "?limit=100")
                        .get("usages")
                        .valueStream()
                        .filter(it -> it.get("receiverSystem").asString().equals("بانک ردیاب"))
                        .findFirst()
                        .orElseThrow()
                        .get("queryId")
                        .asString();
        String receipt = "/me/usages/" + id + "/receipt";
        Visitor.Page proof =
                Awaitility.await().until(() -> citizen.open(receipt), it -> it.status() == 200);

        assertThat(proof.body()).contains("c2sp.org/tlog-proof@v1", "salt", id);
        assertThat(citizen.open("/me/usages/" + id).body()).contains(receipt);
        Visitor stranger = new Visitor(port);
        stranger.follow(stranger.signIn(Personas.EXEMPT, "/me"));
        assertThat(stranger.open(receipt).status()).isEqualTo(404);
    }
}
