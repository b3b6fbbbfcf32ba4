package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.identity.DemoAccounts;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An officer asks the civil registry about the citizen before them, and the citizen reads it. */
@DargahTest
class LookingUpOnceTest {

    private static final Citizen CITIZEN = Personas.ADMINISTRATOR;
    private static final String WALK_IN = "?registry=civil/person@1&purpose=walk-in&manner=";
    private static final String REASON = "مراجعهٔ شمارهٔ KR-1405-9";

    @LocalServerPort int port;
    @Autowired DemoAccounts accounts;
    @Autowired JdbcClient jdbc;

    private Visitor officer = new Visitor(0);

    @BeforeEach
    void open() {
        officer = at("guild-rafsanjan");
    }

    private Visitor at(String username) {
        Visitor visitor = new Visitor(port);
        visitor.signInAtWork(username, accounts.password(username));
        return visitor;
    }

    private static Visitor.Form form(Visitor officer, String manner) {
        return officer.open("/work/lookup" + WALK_IN + manner)
                .form("/work/lookup")
                .with("key.nationalId", CITIZEN.nationalId())
                .with("reason", REASON);
    }

    @Test
    void theRegistryAnswersAndThePersonReadsWhoAskedAndWhy() {
        Visitor.Page answer = officer.submit(form(officer, "fields").with("fields", "lastName"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains(CITIZEN.lastName(), "شخص این استعلام را می‌بیند")
                .doesNotContain(CITIZEN.nationalId(), CITIZEN.firstName() + "<");
        Visitor citizen = new Visitor(port);
        String list = citizen.follow(citizen.signIn(CITIZEN, "/me")).body();
        assertThat(list).contains("کارشناس صدور پروانه", "پاسخ به مراجعهٔ حضوری شما");
        String line = list.substring(0, list.indexOf("پاسخ به مراجعهٔ حضوری شما"));
        String page = line.substring(line.lastIndexOf("/me/usages/")).substring(0, 47);
        assertThat(citizen.open(page).body()).contains("KR-1405-9", "این من نبودم");
    }

    @Test
    void aComparisonTellsYesOrNo() {
        assertThat(
                        officer.submit(
                                        form(officer, "match")
                                                .with("claim.lastName", CITIZEN.lastName()))
                                .body())
                .contains("بله، درست است");
        assertThat(officer.submit(form(officer, "match").with("claim.lastName", "دیگری")).body())
                .contains("نه، یکی نیست")
                .doesNotContain(CITIZEN.lastName());
    }

    @Test
    void oneFormAsksOnce() {
        Visitor.Form form = form(officer, "fields").with("fields", "alive");

        assertThat(officer.submit(form).status()).isEqualTo(200);
        Visitor.Page again = officer.submit(form);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("یک بار فرستاده شده");
    }

    @Test
    void withoutAReasonAndARealNumberNothingIsAsked() {
        int before = asked();
        Visitor.Page wrong =
                officer.submit(
                        form(officer, "fields")
                                .with("key.nationalId", "9990000019")
                                .with("reason", ""));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("این مقدار درست نیست", "دست‌کم یک قلم", "برای چه می‌پرسید");
        assertThat(asked()).isEqualTo(before);
    }

    @Test
    void aPurposeThatIsNotForTheRoleIsNotOffered() {
        assertThat(officer.open("/work/lookup?registry=civil/person@1").body())
                .contains("walk-in", "case-review")
                .doesNotContain("customer-identification", "\"sign-in\"");
        Visitor.Form forged =
                form(officer, "fields")
                        .with("purpose", "customer-identification")
                        .with("fields", "lastName");
        assertThat(officer.submit(forged).status()).isEqualTo(403);
        assertThat(
                        officer.open(
                                        "/work/lookup?registry=military/service@1&purpose=case-review&manner=fields")
                                .body())
                .contains("value=\"status\"")
                .doesNotContain("exemption");
        assertThat(at("administrator").open("/work/lookup").status()).isEqualTo(403);
    }

    @Test
    void anHourHasSoManyLookUps() {
        Visitor busy = at("guild-bam");
        Visitor.Form form = form(busy, "match").with("claim.lastName", "دیگری");
        for (int i = 0; i < 30; i++) {
            assertThat(busy.submit(form.with("_key", UUID.randomUUID().toString())).status())
                    .isEqualTo(200);
        }

        Visitor.Page refused = busy.submit(form.with("_key", UUID.randomUUID().toString()));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("۳۰ استعلام موردی");
    }

    private int asked() {
        return jdbc.sql(
                        "select count(*) from exchange.inquiry where province = 'IR-08' and purpose"
                                + " = 'walk-in'")
                .query(Integer.class)
                .single();
    }
}
