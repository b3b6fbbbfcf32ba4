package org.dargah.inquiries;

import com.microsoft.playwright.Page;
import java.util.List;
import org.dargah.Browser;
import org.dargah.DargahTest;
import org.dargah.Visitor;
import org.dargah.kernel.JalaliDate;
import org.dargah.sandbox.people.Citizen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The pages of consents, as a citizen sees them on a desktop and on a phone. */
@DargahTest
@Import(Bodies.class)
class LookingAtConsentsTest {

    @LocalServerPort int port;
    @Autowired Bodies bodies;

    private Employer employer;
    private Citizen citizen;

    @BeforeEach
    void open() {
        employer = Employer.admitted(bodies, "کارفرمای نمونه", port);
        citizen = Employer.newcomer();
    }

    @Test
    void onDesktopAndPhoneEveryPageCanBeReadAndUsed() {
        employer.wants(citizen, "once", true, "fields", List.of("university"));
        String page = "/me/consents/" + employer.wants(citizen).at("/id");
        try (Page desktop = Browser.shared().desktop();
                Page phone = Browser.shared().phone()) {
            walk(desktop, "desktop", page);
            employer.asks(citizen, "levelTitle");
            walk(phone, "phone", page);
        }
    }

    /** On the desktop it is given, on the phone withdrawn. */
    private void walk(Page page, String size, String consent) {
        String home = "http://localhost:" + port;
        signIn(page, home, "/me/consents");
        Browser.look(page, "consents-" + size);
        page.navigate(home + "/me");
        Browser.look(page, "consents-me-" + size);
        page.navigate(home + consent);
        Browser.look(page, "consent-" + size);
        if (size.equals("desktop")) {
            int before = Visitor.smsTo(citizen.mobile()).size();
            page.locator("form[action$='/codes'] button").click();
            page.waitForURL("**/giving");
            Browser.look(page, "consent-giving-" + size);
            page.locator("[name=code]").fill("000000");
            page.locator("form[action$='/giving'] button").click();
            Browser.look(page, "consent-giving-wrong-" + size);
            page.locator("[name=code]").fill(Visitor.newCode(citizen.mobile(), before));
            page.locator("form[action$='/giving'] button").click();
            page.waitForURL("**" + consent);
            Browser.look(page, "consent-given-" + size);
        } else {
            page.locator("a[href$='/withdrawal']").click();
            Browser.look(page, "consent-withdrawal-" + size);
            page.locator("form[action$='/withdrawal'] button").click();
            page.waitForURL("**" + consent);
            Browser.look(page, "consent-withdrawn-" + size);
            page.navigate(home + "/me/consents");
            page.locator("a[href*='/me/consents/']").first().click();
            page.locator("a[href$='/refusal']").click();
            Browser.look(page, "consent-refusal-" + size);
            page.goBack();
            page.locator("form[action$='/codes'] button").click();
            page.waitForURL("**/giving");
            Browser.look(page, "consent-giving-" + size);
        }
    }

    private void signIn(Page page, String home, String wanted) {
        page.setDefaultTimeout(20_000);
        page.navigate(home + wanted);
        JalaliDate born = JalaliDate.of(citizen.birthDate());
        page.locator("[name=nationalId]").fill(citizen.nationalId());
        page.locator("[name='birthDate.day']").fill("" + born.day());
        page.locator("[name='birthDate.month']").fill("" + born.month());
        page.locator("[name='birthDate.year']").fill("" + born.year());
        page.locator("[name=mobile]").fill(citizen.mobile());
        int before = Visitor.smsTo(citizen.mobile()).size();
        page.locator("form[action='/sign-in'] button").click();
        page.locator("[name=code]").fill(Visitor.newCode(citizen.mobile(), before));
        page.locator("form[action='/sign-in/code'] button").click();
        page.waitForURL("**" + wanted);
    }
}
