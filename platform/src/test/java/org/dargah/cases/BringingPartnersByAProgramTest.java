package org.dargah.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dargah.DargahTest;
import org.dargah.Program;
import org.dargah.Visitor;
import org.dargah.identity.DemoAccounts;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A program brings an application of several people; each of the others signs for themselves. */
@DargahTest
class BringingPartnersByAProgramTest {

    private static final String COMPANY = "land-deeds/company-founding";

    @LocalServerPort int port;
    @Autowired DemoAccounts accounts;
    @Autowired JdbcClient jdbc;

    private final String key = "partners-" + UUID.randomUUID();
    private Program counter;

    @BeforeEach
    void token() {
        counter = Program.of(accounts, port);
    }

    /** Else the next who founds a company would go on with it. */
    @AfterEach
    void leaveNothing() {
        jdbc.sql("delete from cases.case_file where submit_key like ?").param("%:" + key).update();
    }

    @Test
    void itWaitsUntilEachHasSignedAndIsPaidThen() {
        Program.Reply taken = brought(Personas.GRADUATE, Personas.EXEMPT);
        String code = taken.at("/trackingCode");

        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertThat(taken.at("/stage")).isEqualTo("awaiting-signatures");
        assertThat(states(code)).containsExactlyInAnyOrder("asked", "asked");
        assertThat(counter.get("/api/v1/cases/" + code).json().at("/brief").toString())
                .contains(masked(Personas.GRADUATE), masked(Personas.EXEMPT))
                .doesNotContain(Personas.GRADUATE.nationalId())
                .doesNotContain(Personas.GRADUATE.lastName());
        Program.Reply again = brought(Personas.GRADUATE, Personas.EXEMPT);
        assertThat(again.at("/trackingCode")).isEqualTo(code);
        assertThat(again.at("/stage")).isEqualTo("awaiting-signatures");

        answer(Personas.GRADUATE, code, "sign");
        assertThat(states(code)).containsExactlyInAnyOrder("asked", "given");
        answer(Personas.EXEMPT, code, "sign");
        Program.Reply signed = brought(Personas.GRADUATE, Personas.EXEMPT);
        assertThat(signed.at("/trackingCode")).isEqualTo(code);
        assertThat(signed.at("/stage")).isEqualTo("awaiting-payment");
        assertThat(signed.at("/payment/url")).contains("/sandbox/pay/");
    }

    @Test
    void whoRefusesMakesItADraftAndTheSameKeyAsksNobodyAnew() {
        String code = brought(Personas.GRADUATE).at("/trackingCode");

        answer(Personas.GRADUATE, code, "refuse");

        Program.Reply again = brought(Personas.GRADUATE);
        assertThat(again.at("/stage")).isEqualTo("draft");
        assertThat(states(code)).containsExactly("refused");
        assertThat(counter.get("/api/v1/cases/" + code).at("/brief/stage")).isEqualTo("draft");
    }

    @Test
    void nobodySignsBesideThemselves() {
        Program.Reply refused = brought(Personas.OFFICE_OWNER);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/answers/partners");
    }

    private Program.Reply brought(Citizen... partners) {
        var rows = new ArrayList<Map<String, Object>>();
        for (Citizen partner : partners) {
            rows.add(
                    Map.of(
                            "nationalId", partner.nationalId(),
                            "birthDate", partner.birthDate().toString(),
                            "mobile", partner.mobile(),
                            "share", 50_000_000 / partners.length));
        }
        return counter.apply(
                key,
                COMPANY,
                Personas.OFFICE_OWNER,
                Map.of(
                        "companyName",
                        "راهگشای نمونه",
                        "activity",
                        "services",
                        "postcode",
                        "7616611301",
                        "capital",
                        100_000_000,
                        "ownShare",
                        50_000_000,
                        "partners",
                        rows));
    }

    private List<String> states(String code) {
        var states = new ArrayList<String>();
        for (JsonNode signature :
                counter.get("/api/v1/cases/" + code).json().at("/brief/signatures")) {
            states.add(signature.at("/state").asString());
        }
        return states;
    }

    private static String masked(Citizen citizen) {
        return "•••••••" + citizen.nationalId().substring(7);
    }

    private void answer(Citizen partner, String code, String word) {
        var visitor = new Visitor(port);
        String page = "/cases/" + code + "/signature";
        visitor.signIn(partner, page);
        assertThat(visitor.submit(visitor.open(page).form(page).with("word", word)).status())
                .isEqualTo(303);
    }
}
