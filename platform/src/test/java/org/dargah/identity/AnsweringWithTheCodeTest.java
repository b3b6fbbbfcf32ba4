package org.dargah.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dargah.Visitor.mobileOf;
import static org.dargah.Visitor.newCode;
import static org.dargah.Visitor.smsTo;
import static org.dargah.sandbox.people.Personas.SHOPKEEPER;

import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DargahTest
class AnsweringWithTheCodeTest {

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    private Visitor visitor = new Visitor(0);

    @BeforeEach
    void open() {
        visitor = new Visitor(port);
    }

    @Test
    void aWrongCodeCountsDownAndTheFifthSpendsIt() {
        int before = smsTo(mobileOf(SHOPKEEPER)).size();
        visitor.claim(SHOPKEEPER, "/cases");
        String right = newCode(mobileOf(SHOPKEEPER), before);
        String wrong = right.equals("000000") ? "000001" : "000000";
        for (int left = 4; left >= 1; left--) {
            Visitor.Page page = visitor.answer(wrong);
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.body())
                    .contains(org.dargah.kernel.PersianText.persianDigits(left) + " بار دیگر");
        }
        assertThat(visitor.answer(wrong).body()).contains("دیگر کار نمی‌کند");
        assertThat(visitor.answer(right).status()).isEqualTo(422);
        assertThat(visitor.open("/cases").location()).startsWith("/sign-in");
    }

    @Test
    void anOldCodeIsRefusedAndAnotherCanBeAskedFor() {
        int before = smsTo(mobileOf(SHOPKEEPER)).size();
        visitor.claim(SHOPKEEPER, "/cases");
        String old = newCode(mobileOf(SHOPKEEPER), before);
        assertThat(visitor.open("/sign-in/code").body()).doesNotContain("/sign-in/codes");
        jdbc.sql(
                        """
                        update identity.challenge
                        set expires_at = sent_at, sent_at = sent_at - interval '2 minutes'
                        where province = 'IR-08'
                        """)
                .update();

        assertThat(visitor.answer(old).body()).contains("زمان این کد گذشته است");
        visitor.submit(visitor.open("/sign-in/code").form("/sign-in/codes"));

        String fresh = newCode(mobileOf(SHOPKEEPER), before + 1);
        assertThat(visitor.open("/sign-in/code").body()).contains("/sign-in/code");
        if (!fresh.equals(old)) {
            assertThat(visitor.answer(old).status()).isEqualTo(422);
        }
        assertThat(visitor.answer(fresh).location()).isEqualTo("/cases");
    }

    @Test
    void theSameFormSentTwiceSendsOneCode() {
        int before = smsTo(mobileOf(SHOPKEEPER)).size();
        var form = visitor.open("/sign-in").form("/sign-in");
        var filled =
                form.with("nationalId", SHOPKEEPER.nationalId())
                        .with("birthDate.day", "15")
                        .with("birthDate.month", "2")
                        .with("birthDate.year", "1368")
                        .with("mobile", mobileOf(SHOPKEEPER));
        assertThat(visitor.submit(filled).location()).isEqualTo("/sign-in/code");
        assertThat(visitor.submit(filled).location()).isEqualTo("/sign-in/code");
        assertThat(visitor.answer(newCode(mobileOf(SHOPKEEPER), before)).status()).isEqualTo(303);
        assertThat(smsTo(mobileOf(SHOPKEEPER))).hasSize(before + 1);
    }

    @Test
    void aCodeWorksOnce() {
        int before = smsTo(mobileOf(SHOPKEEPER)).size();
        visitor.claim(SHOPKEEPER, "/cases");
        var form = visitor.open("/sign-in/code").form("/sign-in/code");
        var answer = form.with("code", newCode(mobileOf(SHOPKEEPER), before));
        assertThat(visitor.submit(answer).location()).isEqualTo("/cases");
        assertThat(visitor.submit(answer).location()).isEqualTo("/sign-in");
    }
}
