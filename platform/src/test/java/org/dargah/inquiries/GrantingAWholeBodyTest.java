package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.dargah.DargahTest;
import org.dargah.Program;
import org.dargah.Visitor;
import org.dargah.identity.DemoAccounts;
import org.dargah.inquiries.Bodies.Body;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.Tehran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A right of a body is that of each of its programs, and of nobody else's. */
@DargahTest
@Import(Bodies.class)
class GrantingAWholeBodyTest {

    private static final String CUSTOMS = "/work/rights/body-customs";
    private static final String QUERY = "?registry=civil/person@1&purpose=customer-identification";

    @LocalServerPort int port;
    @Autowired Bodies bodies;
    @Autowired DemoAccounts accounts;
    @Autowired Clock clock;

    private Visitor administrator = new Visitor(0);

    @BeforeEach
    void enter() {
        administrator = new Visitor(port);
        administrator.signInAtWork("administrator", accounts.password("administrator"));
    }

    /** Gives its page. */
    private String grant(String holder) {
        String home = holder + "/new";
        return String.valueOf(
                administrator
                        .submit(
                                administrator
                                        .open(home + QUERY)
                                        .form(home)
                                        .with("manner", "fields")
                                        .with("fields", "birthDate")
                                        .with("perMinute", "60")
                                        .with("perDay", "2")
                                        .with("until.day", "29")
                                        .with("until.month", "12")
                                        .with("until.year", "1420"))
                        .location());
    }

    private void revoke(String right) {
        String page = right + "/revocation";
        administrator.submit(administrator.open(page).form(page));
    }

    private static Program.Reply ask(Body body) {
        return body.program()
                .post(
                        "/api/v1/inquiries",
                        Map.of(
                                "registry",
                                "civil/person@1",
                                "purpose",
                                "customer-identification",
                                "keys",
                                Map.of("nationalId", "9990000018"),
                                "fields",
                                List.of("birthDate")));
    }

    @Test
    void eachOfItsProgramsAsksWithinTheBoundsByItselfUntilItIsTakenBack() {
        Body gate = bodies.admit("سامانهٔ دروازه", "customs", port);
        assertThat(ask(gate).at("/reason")).isEqualTo("no-right");

        String right = grant(CUSTOMS);
        Body store = bodies.admit("سامانهٔ انبار", "customs", port);
        Body stranger = bodies.admit("سامانهٔ مالیات", "taxation", port);

        assertThat(ask(gate).status()).isEqualTo(200);
        assertThat(ask(gate).status()).isEqualTo(200);
        assertThat(ask(gate).at("/reason")).isEqualTo("quota-exceeded");
        assertThat(ask(store).status()).isEqualTo(200);
        assertThat(ask(stranger).at("/reason")).isEqualTo("no-right");
        assertThat(store.program().get("/api/v1/access-rights").at("/items/0/through"))
                .isEqualTo("body-customs");
        assertThat(stranger.program().get("/api/v1/access-rights").json().path("items")).isEmpty();

        revoke(right);
        assertThat(ask(store).at("/reason")).isEqualTo("no-right");
    }

    @Test
    void aBodyJoinsAGroupWithAllItsPrograms() {
        JalaliDate today = JalaliDate.of(Tehran.today(clock));
        Body till = bodies.admit("سامانهٔ صندوق", "taxation", port);
        String group =
                String.valueOf(
                        administrator
                                .submit(
                                        administrator
                                                .open("/work/groups")
                                                .form("/work/groups")
                                                .with("title", "خزانه‌ها " + System.nanoTime()))
                                .location());
        String right = grant("/work/rights/" + group.substring("/work/groups/".length()));
        assertThat(ask(till).at("/reason")).isEqualTo("no-right");

        administrator.submit(
                administrator
                        .open(group)
                        .form(group + "/members")
                        .with("client", "body-taxation")
                        .with("from.day", "" + today.day())
                        .with("from.month", "" + today.month())
                        .with("from.year", "" + today.year()));

        assertThat(ask(till).status()).isEqualTo(200);
        assertThat(administrator.open(group).body())
                .contains("همهٔ سامانه‌های ادارهٔ کل امور مالیاتی");
        revoke(right);
        assertThat(ask(till).at("/reason")).isEqualTo("no-right");
    }

    @Test
    void itsPageTellsWhatEachOfItsProgramsHasThroughIt() {
        Body scale = bodies.admit("سامانهٔ باسکول", "customs", port);
        String right = grant(CUSTOMS);

        assertThat(administrator.open(CUSTOMS).body())
                .contains("همهٔ سامانه‌های ادارهٔ کل گمرک", "ثبت احوال");
        assertThat(administrator.open("/work/rights/" + scale.client().id()).body())
                .contains("همهٔ سامانه‌های ادارهٔ کل گمرک", "ثبت احوال");
        assertThat(administrator.open(right).body())
                .contains("همهٔ سامانه‌های ادارهٔ کل گمرک استان کرمان» می‌تواند");
        // The list has pages, in the order of the programs' ids.
        String before = scale.client().id().substring(0, scale.client().id().length() - 1);
        assertThat(administrator.open("/work/rights?after=" + before).body())
                .contains("href=\"" + CUSTOMS);
        assertThat(administrator.open("/work/rights/body-nobody").status()).isEqualTo(404);
        assertThat(administrator.open("/work/rights/body-%20").status()).isEqualTo(404);
        revoke(right);
    }
}
