package org.dargah.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dargah.sandbox.people.Personas.EXEMPT;

import com.microsoft.playwright.Page;
import org.dargah.Browser;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@DargahTest
class BeingOfferedAPasskeyTest {

    private static final String OFFER = "/me/passkeys/later";

    @LocalServerPort int port;

    private Visitor visitor = new Visitor(0);

    @BeforeEach
    void open() {
        visitor = new Visitor(port);
    }

    @Test
    void theFirstPageAfterTheCodeOffersOneAndIsThePageTheyWanted() {
        Visitor.Page in = visitor.signIn(EXEMPT, "/cases?closed=true");
        assertThat(in.location()).isEqualTo("/cases?closed=true");
        String first = visitor.follow(in).body();
        assertThat(first)
                .contains(OFFER)
                .contains("href=\"/me/passkeys?continue=%2Fcases%3Fclosed%3Dtrue\"");
        assertThat(visitor.open("/cases").body()).doesNotContain(OFFER);
    }

    @Test
    void laterLeadsBackAndIsHeardForASeason() {
        Visitor.Page first = visitor.follow(visitor.signIn(EXEMPT, "/services?q=1"));
        Visitor.Page back = visitor.submit(first.form(OFFER));
        assertThat(back.location()).isEqualTo("/services?q=1");
        assertThat(visitor.cookie("dargah-passkey-later").orElseThrow().getMaxAge())
                .isGreaterThan(80L * 24 * 3600);
        visitor.loseCookie("dargah-session");
        assertThat(visitor.follow(visitor.signIn(EXEMPT, "/cases")).body()).doesNotContain(OFFER);
        assertThat(visitor.open("/me").body()).contains("/me/passkeys");
    }

    @Test
    void strangersAreOfferedNothing() {
        assertThat(visitor.open("/").body()).doesNotContain(OFFER);
        assertThat(visitor.open("/sign-in").body()).doesNotContain(OFFER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "javascript:alert(1)"})
    void neitherLaterNorAddingLeadsElsewhere(String way) {
        visitor.signIn(EXEMPT, "/me");
        var fields = visitor.open("/me").form("/sign-out").fields();
        var later = new Visitor.Form(OFFER, fields).with("continue", way);
        assertThat(visitor.submit(later).location()).isEqualTo("/me");
        String encoded = java.net.URLEncoder.encode(way, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(visitor.open("/me/passkeys?done=added&continue=" + encoded).body())
                .doesNotContain("href=\"" + way);
    }

    @Test
    void whoeverAcceptsComesBackToWhatTheyCameFor() {
        Page page = Browser.shared().phone();
        KeyHolder holder = KeyHolder.born(port, page).signInByCode("/cases");
        Browser.look(page, "passkey-offered-phone");
        page.setViewportSize(1280, 900);
        Browser.look(page, "passkey-offered-desktop");
        page.locator(".offer a").click();
        holder.pressPasskey();
        page.waitForURL("**/me/passkeys?done=added**");
        Browser.look(page, "passkey-offer-accepted-desktop");
        page.getByText("ادامهٔ کار").click();
        page.waitForURL("**/cases");
        assertThat(page.locator(".offer").count()).isZero();
        page.context().close();
    }
}
