package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dargah.DargahTest;
import org.dargah.Program;
import org.dargah.Visitor;
import org.dargah.identity.DemoAccounts;
import org.dargah.inquiries.Bodies.Body;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** An administrator gives a bank's program one right and takes it back. */
@DargahTest
@Import(Bodies.class)
class GrantingARightTest {

    private static final Pattern NEXT = Pattern.compile("href=\"(/work/rights\\?after=[^\"]+)\"");

    private static final String QUERY = "?registry=civil/person@1&purpose=customer-identification";

    @LocalServerPort int port;
    @Autowired Bodies bodies;
    @Autowired DemoAccounts accounts;

    private Visitor administrator = new Visitor(0);
    private Body bank;
    private String home = "";

    @BeforeEach
    void open() {
        administrator = new Visitor(port);
        administrator.signInAtWork("administrator", accounts.password("administrator"));
        bank = bodies.admit("بانک حق‌جو", "education", port);
        home = "/work/rights/" + bank.client().id();
    }

    private Visitor.Form form() {
        return administrator
                .open(home + "/new" + QUERY)
                .form(home + "/new")
                .with("manner", "fields")
                .with("fields", "birthDate")
                .with("perMinute", "۶۰")
                .with("perDay", "1000")
                .with("from", "")
                .with("to", "")
                .with("roles", "")
                .with("until.day", "29")
                .with("until.month", "12")
                .with("until.year", "1420");
    }

    private int status() {
        Program.Reply reply =
                bank.program()
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
        return reply.status();
    }

    /** On whichever page of the list. */
    private boolean listed(String title) {
        String page = administrator.open("/work/rights").body();
        Matcher next = NEXT.matcher(page);
        while (!page.contains(title) && next.find()) {
            page = administrator.open(next.group(1)).body();
            next = NEXT.matcher(page);
        }
        return page.contains(title);
    }

    @Test
    void eachChoiceDecidesTheNext() {
        assertThat(administrator.open(home + "/new").body())
                .contains("civil/person@1", "ثبت احوال");
        assertThat(administrator.open(home + "/new?registry=military/service@1").body())
                .contains("case-review")
                .doesNotContain("customer-identification");
        assertThat(administrator.open(home + "/new" + QUERY).body())
                .contains("birthDate", "قانون مبارزه با پول‌شویی")
                .doesNotContain("deathDate");
    }

    @Test
    void aRightLetsTheProgramAskUntilItIsTakenBack() {
        assertThat(status()).isEqualTo(403);
        String right = administrator.submit(form()).location();
        assertThat(status()).isEqualTo(200);
        assertThat(administrator.open(String.valueOf(right)).body())
                .contains("بانک حق‌جو", "تاریخ تولد", "برقرار", "۶۰ پرسش در دقیقه");
        assertThat(listed("بانک حق‌جو")).isTrue();

        Visitor.Page again = administrator.submit(form());
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("نخست آن را پس بگیرید");

        Visitor.Form confirm =
                administrator.open(right + "/revocation").form(right + "/revocation");
        assertThat(administrator.submit(confirm).location()).isEqualTo(home);
        assertThat(administrator.submit(confirm).location()).isEqualTo(home);
        assertThat(status()).isEqualTo(403);
    }

    @Test
    void whatIsWrongIsSaidWhereItStands() {
        Visitor.Page wrong =
                administrator.submit(
                        form().with("fields", "deathDate")
                                .with("perDay", "0")
                                .with("from", "25:00")
                                .with("until.year", "1390"));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        "دست‌کم یکی از قلم‌های این هدف",
                        "عددی از یک",
                        "ساعت را مانند",
                        "نگذشته است")
                .contains("value=\"۲۵:۰۰\"");
    }

    @Test
    void nobodyElseGrants() {
        Visitor officer = new Visitor(port);
        officer.signInAtWork("guild-kerman", accounts.password("guild-kerman"));
        assertThat(officer.open(home + "/new").status()).isEqualTo(403);
        assertThat(administrator.open("/work/rights/nobody").status()).isEqualTo(404);
    }
}
