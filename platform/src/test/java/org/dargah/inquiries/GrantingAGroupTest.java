package org.dargah.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** The banks of the province get one right together; who joins has it, and who leaves loses it. */
@DargahTest
@Import(Bodies.class)
class GrantingAGroupTest {

    private static final String QUERY = "?registry=civil/person@1&purpose=customer-identification";

    @LocalServerPort int port;
    @Autowired Bodies bodies;
    @Autowired DemoAccounts accounts;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private Visitor administrator = new Visitor(0);
    private Body bank;
    private String group = "";

    @BeforeEach
    void make() {
        administrator = new Visitor(port);
        administrator.signInAtWork("administrator", accounts.password("administrator"));
        bank = bodies.admit("بانک هم‌گروه", "bank-sepah", port);
        group =
                String.valueOf(
                        administrator
                                .submit(
                                        administrator
                                                .open("/work/groups")
                                                .form("/work/groups")
                                                .with("title", "بانک‌های " + System.nanoTime()))
                                .location());
    }

    private String code() {
        return group.substring("/work/groups/".length());
    }

    private void grant() {
        String home = "/work/rights/" + code() + "/new";
        administrator.submit(
                administrator
                        .open(home + QUERY)
                        .form(home)
                        .with("manner", "fields")
                        .with("fields", "birthDate")
                        .with("perMinute", "60")
                        .with("perDay", "3")
                        .with("from", "")
                        .with("to", "")
                        .with("roles", "")
                        .with("parties", "")
                        .with("until.day", "29")
                        .with("until.month", "12")
                        .with("until.year", "1420"));
    }

    private Visitor.Page join(Body body, LocalDate from) {
        Visitor.Form form =
                administrator
                        .open(group)
                        .form(group + "/members")
                        .with("client", body.client().id());
        return administrator.submit(dated(form, "from", from));
    }

    private Visitor.Page leave(LocalDate last) {
        Visitor.Page page = administrator.open(group);
        Visitor.Form form = page.form(group + "/leaving").with("member", membership());
        return administrator.submit(dated(form, "last", last));
    }

    private static Visitor.Form dated(Visitor.Form form, String name, LocalDate day) {
        JalaliDate date = JalaliDate.of(day);
        return form.with(name + ".day", "" + date.day())
                .with(name + ".month", "" + date.month())
                .with(name + ".year", "" + date.year());
    }

    private String membership() {
        return jdbc.sql(
                        """
                        select id::text from exchange.group_member
                        where province = 'IR-08' and group_code = :group and last_day is null
                        """)
                .param("group", code())
                .query(String.class)
                .single();
    }

    private Program.Reply ask(Body body) {
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

    private LocalDate today() {
        return Tehran.today(clock);
    }

    @Test
    void whoJoinsHasTheRightAndWhoLeavesLosesIt() {
        grant();
        assertThat(ask(bank).at("/reason")).isEqualTo("no-right");

        join(bank, today());
        assertThat(ask(bank).status()).isEqualTo(200);
        assertThat(administrator.open(group).body()).contains("بانک هم‌گروه", "بی‌پایان");
        assertThat(bank.program().get("/api/v1/access-rights").at("/items/0/through"))
                .startsWith("بانک‌های");
        assertThat(administrator.open("/work/rights/" + bank.client().id()).body())
                .contains("بانک‌های", "ثبت احوال");

        leave(today());
        assertThat(ask(bank).status()).isEqualTo(200);
        join(bank, today().plusDays(3));
        assertThat(administrator.open(group).body()).contains("هنوز نه");
        assertThat(acts()).containsExactly("GROUP_JOINED", "GROUP_LEFT", "GROUP_JOINED");
    }

    @Test
    void leavingYesterdayIsLeavingAtOnceAndAComingMemberHasNothingYet() {
        grant();
        join(bank, today());
        leave(today().minusDays(1));
        assertThat(ask(bank).at("/reason")).isEqualTo("no-right");
        join(bank, today().plusDays(1));
        assertThat(ask(bank).at("/reason")).isEqualTo("no-right");
        assertThat(bank.program().get("/api/v1/access-rights").json().path("items")).isEmpty();
    }

    @Test
    void eachMemberHasTheWholeQuotaAndEvidenceNamesTheGroup() throws Exception {
        Body other = bodies.admit("بانک دیگر", "bank-maskan", port);
        grant();
        join(bank, today());
        join(other, today());
        for (int i = 0; i < 3; i++) {
            assertThat(ask(bank).status()).isEqualTo(200);
        }
        assertThat(ask(bank).at("/reason")).isEqualTo("quota-exceeded");
        Program.Reply answer = ask(other);
        assertThat(answer.status()).isEqualTo(200);

        String receipt = "/api/v1/inquiries/" + answer.at("/inquiry") + "/receipt";
        Program.Reply proof =
                Awaitility.await()
                        .until(() -> other.program().get(receipt), it -> it.status() != 503);
        assertThat(proof.at("/record")).contains("\"holder\":\"" + code() + "\"");
    }

    @Test
    void whatIsWrongIsSaidWhereItStands() {
        Visitor.Page unnamed =
                administrator.submit(
                        administrator.open("/work/groups").form("/work/groups").with("title", "ب"));
        assertThat(unnamed.status()).isEqualTo(422);
        assertThat(unnamed.body()).contains("سه تا هشتاد نویسه");

        assertThat(join(bank, today().minusDays(1)).body()).contains("تاریخ امروز یا روزی پس");
        join(bank, today());
        Visitor.Page again = join(bank, today());
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("هم‌اکنون عضو است");
        assertThat(leave(today().minusDays(2)).status()).isEqualTo(422);

        Visitor officer = new Visitor(port);
        officer.signInAtWork("guild-kerman", accounts.password("guild-kerman"));
        assertThat(officer.open(group).status()).isEqualTo(403);
        assertThat(administrator.open("/work/groups/group-none").status()).isEqualTo(404);
    }

    private List<String> acts() {
        return jdbc.sql(
                        """
                        select act from acts.act
                        where province = 'IR-08' and details ->> 'group' = :group
                            and details ->> 'client' is not null
                        order by id
                        """)
                .param("group", code())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
