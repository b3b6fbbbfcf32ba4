package org.dargah.catalog;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.dargah.Browser;
import org.dargah.DargahTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The way from one's own words to the button that starts an application, in a real browser. */
@DargahTest
class LookingForAServiceTest {

    @LocalServerPort int port;

    @Test
    void onAPhoneWithoutScripts() {
        try (Page page = Browser.shared().plainPhone()) {
            findTheLicence(page);
        }
    }

    @Test
    void onAPhone() {
        try (Page page = Browser.shared().phone()) {
            lookAround(page, "phone");
        }
    }

    @Test
    void onADesktop() {
        try (Page page = Browser.shared().desktop()) {
            findTheLicence(page);
            lookAround(page, "desktop");
        }
    }

    private void findTheLicence(Page page) {
        page.navigate("http://127.0.0.1:" + port + "/search");
        page.getByLabel("نام خدمت یا مشکل خود را بنویسید").fill("میخوام مغازه بزنم");
        button(page, "جست‌وجو").click();
        link(page, "صدور پروانهٔ کسب").click();
        assertThat(link(page, "شروع درخواست"))
                .hasAttribute("href", "/apply/asnaf/business-licence");
        page.navigate("http://127.0.0.1:" + port + "/search?q=قلقلک");
        assertThat(link(page, "دیدن همهٔ خدمت‌ها")).isVisible();
    }

    private void lookAround(Page page, String on) {
        page.navigate("http://127.0.0.1:" + port + "/search?q=جواز");
        Browser.look(page, "search-" + on);
        page.navigate("http://127.0.0.1:" + port + "/search?q=قلقلک");
        Browser.look(page, "search-nothing-" + on);
        page.navigate("http://127.0.0.1:" + port + "/services/asnaf/business-licence");
        Browser.look(page, "service-" + on);
    }

    @Test
    void withScriptsTheListFollowsTheTypingAndTheAddressToo() {
        try (Page page = Browser.shared().desktop()) {
            page.navigate("http://127.0.0.1:" + port + "/search");
            page.getByLabel("نام خدمت یا مشکل خود را بنویسید").pressSequentially("مدرک تحصیلی");
            assertThat(link(page, "گواهی تأیید تحصیلات")).isVisible();
            page.waitForURL("**/search?q=*");
            page.navigate("http://127.0.0.1:" + port + "/services/education/degree-confirmation");
            Browser.look(page, "service-automatic-desktop");
            page.navigate("http://127.0.0.1:" + port + "/services/asnaf/business-licence?lang=en");
            Browser.look(page, "service-english-desktop");
        }
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static com.microsoft.playwright.Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }
}
