package org.dargah.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import org.dargah.Browser;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.World;
import org.dargah.acts.Act;
import org.dargah.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real browser with a virtual authenticator, at the address to which passkeys are bound. */
@DargahTest
class SigningInWithAPasskeyTest {

    private static final String WANTED = "/apply/echo";

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired Passkeys passkeys;

    /** Signing in by code takes its time; whoever spoils the key leaves none for the next test. */
    private static @Nullable KeyHolder holder;

    private boolean spoilt;

    /** Somebody whom nobody else's test knows, with a passkey, signed out. */
    @BeforeEach
    void makeAPasskey() {
        if (holder == null) {
            holder = KeyHolder.born(port, Browser.shared().desktop());
            holder.signInByCode(WANTED).addPasskey("گوشی من");
        }
        holder.page().context().clearCookies();
    }

    private static KeyHolder holder() {
        return java.util.Objects.requireNonNull(holder);
    }

    @AfterEach
    void heal() {
        holder().control("DELETE", "/control", "");
        holder().device().verifies(true);
        if (spoilt) {
            holder().page().context().close();
            holder = null;
        }
    }

    @Test
    void aPasskeyOpensTheFormThatTheyWereHeadingTo() {
        Page page = holder().page();
        page.navigate(holder().home() + WANTED);
        assertThat(page.url()).contains("/sign-in?continue=%2Fapply%2Fecho");
        String before = holder().session();

        holder().pressPasskey();

        page.waitForURL("**" + WANTED);
        assertThat(page.locator("body").innerText()).isEqualTo("opened by " + holder().id(jdbc));
        assertThat(holder().session()).isNotEqualTo(before);
        assertThat(acts()).endsWith(Act.INQUIRY_ANSWERED.name(), Act.SIGNED_IN.name());
        assertThat(passkeys.of(holder().id(jdbc)))
                .singleElement()
                .satisfies(
                        key -> {
                            assertThat(key.name()).isEqualTo("گوشی من");
                            assertThat(key.lastUsedAt()).isNotNull();
                        });
    }

    private List<@Nullable String> acts() {
        return acts(holder().id(jdbc));
    }

    private List<@Nullable String> acts(PersonId person) {
        return jdbc.sql(
                        """
                        select act from acts.act
                        where province = 'IR-08' and subject = :person order by id
                        """)
                .param("person", person.value())
                .query(String.class)
                .list();
    }

    @Test
    void withoutAFormItLeadsToTheirOwnPage() {
        holder().page().navigate(holder().home() + "/sign-in");
        holder().pressPasskey();
        holder().page().waitForURL("**/me");
        assertThat(holder().page().locator("main").innerText()).contains("گوشی من");
    }

    @Test
    void aFormThatCameTooLateIsFinished() {
        Page page = holder().page();
        holder().signInByCode(WANTED);
        jdbc.sql("delete from identity.spring_session").update();
        page.evaluate(
                """
                async key => {
                  const page = await (await fetch('/sign-in')).text();
                  const token = page.match(/name="_csrf" value="([^"]+)"/)[1];
                  const form = document.createElement('form');
                  form.method = 'post';
                  form.action = '/apply/echo';
                  for (const [name, value] of [['_csrf', token], ['_key', key], ['shopName', 'نان']]) {
                    const field = document.createElement('input');
                    field.name = name;
                    field.value = value;
                    form.append(field);
                  }
                  document.body.append(form);
                  form.submit();
                }
                """,
                "6f1c1f0e-0000-4000-8000-000000000001");
        page.waitForURL("**/sign-in?**");

        holder().pressPasskey();

        page.waitForURL("**" + WANTED + "**");
        assertThat(page.locator("body").innerText()).startsWith("sent by").contains("نان");
    }

    @Test
    void anAssertionWorksOnce() {
        String answer = holder().sign(holder().challenge(), Map.of());
        assertThat(holder().answer(answer).status()).isEqualTo(303);
        holder().page().context().clearCookies();
        assertThat(holder().answer(answer).status()).isEqualTo(422);
        holder().challenge();
        assertThat(holder().answer(answer).status()).isEqualTo(422);
        assertThat(holder().isIn()).isFalse();
    }

    @Test
    void theChallengeOfAnotherSessionIsWorthNothingHere() {
        String answer = holder().sign(holder().challenge(), Map.of());
        holder().page().context().clearCookies();
        assertThat(holder().answer(answer).status()).isEqualTo(422);
        holder().challenge();
        assertThat(holder().answer(answer).status()).isEqualTo(422);
        assertThat(holder().isIn()).isFalse();
    }

    @Test
    void aChallengeGrowsOld() {
        String answer = holder().sign(holder().challenge(), Map.of());
        jdbc.sql(
                        """
                        update identity.passkey_challenge
                        set expires_at = expires_at - interval '6 minutes'
                        where province = 'IR-08'
                        """)
                .update();
        assertThat(holder().answer(answer).status()).isEqualTo(422);
        assertThat(holder().isIn()).isFalse();
    }

    @Test
    void aRemovedPasskeyNoLongerOpens() {
        spoilt = true;
        String answer = holder().sign(holder().challenge(), Map.of());
        PersonId person = holder().id(jdbc);
        Passkey key = passkeys.of(person).getFirst();
        assertThat(passkeys.remove(holder().current(jdbc), key.id())).isTrue();
        assertThat(holder().answer(answer).status()).isEqualTo(422);

        Page page = holder().page();
        page.navigate(holder().home() + "/sign-in");
        holder().pressPasskey();
        page.locator(".errsum").waitFor();
        assertThat(page.locator("main").innerText()).contains("این کلید عبور پذیرفته نشد");
        assertThat(acts(person)).endsWith(Act.PASSKEY_REMOVED.name());
        Browser.look(page, "passkey-refused-desktop");
    }

    @Test
    void anotherOriginIsRefusedEvenOnTheSameHost() {
        String challenge = holder().challenge();
        String elsewhere = "http://localhost:" + World.outside().url().getPort() + "/sandbox/";
        holder().page().navigate(elsewhere);
        String answer = holder().sign(challenge, Map.of());
        assertThat(holder().answer(answer).status()).isEqualTo(422);
        assertThat(holder().isIn()).isFalse();
    }

    @Test
    void aKeyThatDidNotVerifyItsOwnerIsRefused() {
        holder().device().verifies(false);
        String answer =
                holder().sign(holder().challenge(), Map.of("userVerification", "discouraged"));
        assertThat(holder().answer(answer).status()).isEqualTo(422);
        assertThat(holder().isIn()).isFalse();
    }

    @Test
    void aCopiedKeyThatCountsFromTheBeginningIsRefused() {
        spoilt = true;
        holder().answer(holder().sign(holder().challenge(), Map.of()));
        holder().page().context().clearCookies();
        holder().device().setCount(0);
        assertThat(holder().answer(holder().sign(holder().challenge(), Map.of())).status())
                .isEqualTo(422);
    }

    @Test
    void someoneWhoHasDiedMeanwhileDoesNotComeIn() {
        spoilt = true;
        holder().dies();
        Page page = holder().page();
        page.navigate(holder().home() + "/sign-in?continue=" + WANTED);
        holder().pressPasskey();
        page.waitForURL("**/sign-in/passkey");
        assertThat(page.locator("main").innerText()).contains("برای این کد ملی درگذشت ثبت شده است");
        assertThat(holder().isIn()).isFalse();
        assertThat(acts()).endsWith(Act.INQUIRY_ANSWERED.name(), Act.SIGN_IN_REFUSED.name());
    }

    @Test
    void aSilentCivilRegistryIsNamedAndTheWayOnIsKept() {
        holder().control("PUT", "/control/civil", "{\"fault\":\"error\",\"times\":1}");
        Page page = holder().page();
        page.navigate(holder().home() + "/sign-in?continue=" + WANTED);
        holder().pressPasskey();
        page.waitForURL("**/sign-in/passkey");
        assertThat(page.locator("main").innerText()).contains("ثبت احوال اکنون پاسخ نمی‌دهد");
        Browser.look(page, "passkey-silent-desktop");

        page.locator("main .actions a").click();
        holder().pressPasskey();
        page.waitForURL("**" + WANTED);
    }

    @Test
    void whoAsksTooOftenIsToldToWait() {
        Page page = holder().page();
        page.navigate(holder().home() + "/sign-in");
        holder().challenge();
        count("PASSKEY_FROM_ADDRESS", 1_000_000);
        holder().pressPasskey();
        page.getByText("یک ربع دیگر دوباره تلاش کنید").waitFor();
        assertThat(holder().isIn()).isFalse();
        count("PASSKEY_FROM_ADDRESS", 0);
    }

    @Test
    void oneKeyIsNotTriedForEver() {
        holder().answer(holder().sign(holder().challenge(), Map.of()));
        holder().page().context().clearCookies();
        count("SIGN_IN_BY_PASSKEY", 1_000_000);
        APIResponse answer = holder().answer(holder().sign(holder().challenge(), Map.of()));
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.text()).contains("کمی صبر کنید");
        count("SIGN_IN_BY_PASSKEY", 0);
        assertThat(holder().answer(holder().sign(holder().challenge(), Map.of())).status())
                .isEqualTo(303);
    }

    private void count(String kind, int attempts) {
        jdbc.sql(
                        """
                        update identity.attempt set count = :attempts
                        where province = 'IR-08' and kind = :kind
                        """)
                .param("attempts", attempts)
                .param("kind", kind)
                .update();
    }

    @Test
    void aChallengeNeedsOurOwnForm() {
        APIResponse answer =
                holder().page()
                        .request()
                        .post(
                                holder().home() + "/sign-in/passkey/challenges",
                                RequestOptions.create().setForm(FormData.create()));
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void withoutJavaScriptThePageSaysWhyAndTheCodeWorks() {
        Page plain = Browser.shared().plainPhone();
        plain.navigate(holder().home() + "/sign-in");
        assertThat(plain.locator("main").innerText())
                .contains("کلید عبور به جاوااسکریپت نیاز دارد");
        Browser.picture(plain, "passkey-sign-in-plain-phone");
        plain.context().close();
        assertThat(new Visitor(port).signIn(holder().citizen(), "/cases").location())
                .isEqualTo("/cases");
    }

    @Test
    void atAnotherAddressThePageSaysWhereItWorks() {
        Page phone = Browser.shared().phone();
        phone.navigate("http://127.0.0.1:" + port + "/sign-in");
        assertThat(phone.locator("main").innerText())
                .contains("تنها در نشانی خود درگاه کار می‌کند")
                .contains(holder().home())
                .doesNotContain("ورود با کلید عبور");
        Browser.look(phone, "passkey-elsewhere-phone");
        phone.context().close();
    }

    @Test
    void aBrowserThatDoesNotKnowPasskeysSaysSo() {
        Page old = Browser.shared().phone();
        old.addInitScript("delete window.PublicKeyCredential");
        old.navigate(holder().home() + "/sign-in");
        assertThat(old.locator("main").innerText())
                .contains("این مرورگر نمی‌تواند با کلید عبور کار کند");
        old.context().close();
    }
}
