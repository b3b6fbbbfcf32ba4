package org.dargah.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Rights;
import org.dargah.identity.DemoAccounts;
import org.dargah.identity.Scope;
import org.dargah.inquiries.Bodies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A request meets a right that is held already: before it is decided, after it, or by its time. */
@DargahTest
@Import(Bodies.class)
class MeetingARightThatIsHeldTest {

    @LocalServerPort int port;
    @Autowired Bodies bodies;
    @Autowired Rights rights;
    @Autowired DemoAccounts accounts;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private Visitor officer = new Visitor(0);

    @BeforeEach
    void signIn() {
        officer = new Visitor(port);
        officer.signInAtWork("access", accounts.password("access"));
    }

    private Organisation organisation() {
        return new Organisation(
                bodies.admit(
                        "بیمهٔ درخواست‌گر",
                        "health-insurance",
                        port,
                        Scope.CASES_WRITE,
                        Scope.CASES_READ,
                        Scope.INQUIRIES));
    }

    @Test
    void aRightThatIsHeldIsSeenBeforeTheDecisionAndStopsIt() {
        Organisation insurer = organisation();
        String first = insurer.reviewed();
        String second = insurer.reviewed("fields", "birthDate");
        Organisation.approve(officer, first);
        insurer.happened(first, "ACCESS_RIGHT_GRANTED");

        assertThat(officer.open("/work/cases/" + second).body())
                .contains("اکنون نمی‌شود", "نخست باید آن را پس گرفت");
        assertThat(Organisation.approve(officer, second).status()).isEqualTo(422);
        assertThat(Organisation.wrong(insurer.apply(Organisation.key())))
                .contains("/answers/purpose");

        bodies.revoke(rights.ofClient(insurer.id()).getFirst());
        assertThat(Organisation.approve(officer, second).status()).isEqualTo(303);
        insurer.happened(second, "ACCESS_RIGHT_GRANTED");
        assertThat(rights.ofClient(insurer.id()).getFirst().fields()).containsExactly("birthDate");
    }

    @Test
    void aRightWhoseTimeIsOverMakesRoomForTheNext() {
        var body = bodies.admit("بانک پارسال", "bank-sepah", port, Scope.values());
        AccessRight old =
                bodies.allow(
                        body,
                        "civil/person@1",
                        "service-delivery",
                        Manner.MATCH,
                        Bodies.WIDE,
                        "birthDate");
        var bank = new Organisation(body);
        jdbc.sql(
                        """
                        update exchange.access_right set until = '2020-01-01'
                        where province = 'IR-08' and id = :id
                        """)
                .param("id", old.id().value())
                .update();
        LockSupport.parkNanos(1_200_000_000);

        String code = bank.reviewed();
        Organisation.approve(officer, code);

        bank.happened(code, "ACCESS_RIGHT_GRANTED");
        assertThat(bank.asks()).isEqualTo(200);
        assertThat(Organisation.acts(jdbc, code, "ACCESS_RIGHT_REVOKED")).isEqualTo(1);
    }

    /** Between decision and grant an administrator gives the same right by hand. */
    @Test
    void whatCannotBeGrantedAfterTheDecisionWaitsForAnAdministrator() {
        var body = bodies.admit("بانک هم‌زمان", "bank-melli", port, Scope.values());
        var bank = new Organisation(body);
        String code = bank.reviewed();
        transaction.executeWithoutResult(
                status -> {
                    bodies.allow(
                            body,
                            "civil/person@1",
                            "service-delivery",
                            Manner.MATCH,
                            Bodies.WIDE,
                            "birthDate");
                    assertThat(Organisation.approve(officer, code).status()).isEqualTo(303);
                });
        bank.happened(code, "ACCESS_RIGHT_NOT_GRANTED");
        assertThat(rights.ofClient(bank.id())).hasSize(1);

        var administrator = new Visitor(port);
        administrator.signInAtWork("administrator", accounts.password("administrator"));
        String home = "/work/ungranted/" + Organisation.caseId(jdbc, code);
        assertThat(administrator.open("/work/ungranted").body())
                .contains(home, "بانک هم‌زمان", "برای همین مرجع و هدف حق برقرار دارد");
        Visitor.Form again = administrator.open(home).form(home + "/grant");
        assertThat(administrator.submit(again).status()).isEqualTo(422);

        bodies.revoke(rights.ofClient(bank.id()).getFirst());
        assertThat(administrator.submit(again).location()).startsWith("/work/rights/" + bank.id());
        assertThat(administrator.submit(again).location()).startsWith("/work/rights/" + bank.id());
        assertThat(bank.asks()).isEqualTo(200);
        assertThat(rights.ofClient(bank.id())).hasSize(1);
        assertThat(administrator.open("/work/ungranted").body()).doesNotContain(home);
        assertThat(officer.open(home).status()).isEqualTo(403);
    }
}
