package org.dargah.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.dargah.DargahTest;
import org.dargah.identity.DemoAccounts;
import org.dargah.journey.Traveller.Device;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A service that asks two agencies side by side, through the pages that people see. */
@DargahTest
class AskingOtherAgenciesTest {

    @LocalServerPort int port;

    @Autowired DemoAccounts accounts;

    @ParameterizedTest
    @EnumSource(
            value = Device.class,
            names = {"DESKTOP", "PHONE"})
    void twoAgenciesSayWhatTheyThinkAndTheOfficerDecides(Device device) throws Exception {
        var citizen = new Traveller(port, device, "land");
        var water = new Traveller(port, device, "land-water");
        var forests = new Traveller(port, device, "land-forests");
        var officer = new Traveller(port, device, "land-officer");
        try {
            String tracking = apply(citizen, Personas.SHOPKEEPER);
            citizen.goTo("/cases/" + tracking).waitsFor("هنوز نظری نرسیده است").look("awaited");

            signIn(water, "water");
            water.goTo("/work?q=" + tracking).sees("سازمان جهاد کشاورزی").look("inbox");
            assertThat(water.page().content()).doesNotContain(Personas.SHOPKEEPER.lastName());
            water.follow(tracking).sees("انبار محصول").sees("جای زمین").look("question");
            assertThat(water.page().content())
                    .doesNotContain(Personas.SHOPKEEPER.lastName())
                    .doesNotContain("انبار برای پسته");
            water.press("ثبت نظر").sees("یکی از سه نظر را انتخاب کنید").look("undecided");
            water.choose("choice", "CONDITION").press("ثبت نظر").sees("شرط موافقت را بنویسید");
            water.type("text", "چاه تازه‌ای کنده نشود.").press("ثبت نظر");
            water.sees("با شرط موافق است").look("given");

            assertThat(open(water, "/work/cases/" + tracking)).isEqualTo(404);
            signIn(officer, "land");
            officer.goTo("/work/cases/" + tracking).sees("در انتظار").look("waiting");
            officer.sees("نظر ادارهٔ کل منابع طبیعی");
            signIn(forests, "forests");
            forests.goTo("/work?view=OPINIONS&q=" + tracking).follow(tracking);
            assertThat(open(water, forests.page().url().replaceAll("^.*?//[^/]*", "")))
                    .isEqualTo(404);
            forests.choose("choice", "AGREE").press("ثبت نظر").sees("موافق است");

            officer.goTo("/work/cases/" + tracking).sees("چاه تازه‌ای کنده نشود").look("case");
            var complaints = new ArrayList<String>();
            officer.page().onConsoleMessage(it -> complaints.add(it.text()));
            officer.goTo("/work/cases/" + tracking + "/route").sees("اکنون این‌جاست");
            officer.page().waitForSelector("#route[data-drawn=true] .is-now");
            assertThat(complaints).noneMatch(it -> it.contains("Content Security Policy"));
            officer.look("route").goTo("/work/cases/" + tracking);
            officer.follow("تمدید مهلت رسیدگی").look("extension");
            officer.press("مهلت را تمدید می‌کنم").sees("یکی از دلیل‌ها را انتخاب کنید");
            officer.choose("reason", "opinionLate").press("مهلت را تمدید می‌کنم");
            officer.sees("تمدید شد. دلیل").look("extended");
            citizen.goTo("/cases/" + tracking).sees("تمدید شد. دلیل").look("extended");
            officer.choose("choice", "APPROVE").press("ثبت تصمیم").sees("پذیرفته شد");
            citizen.goTo("/cases/" + tracking).waitsFor("PDF با امضای دیجیتال").look("approved");
            citizen.sees("چاه تازه‌ای کنده نشود").sees("بخشی از پرونده دیده شد");
        } finally {
            citizen.leave();
            water.leave();
            forests.leave();
            officer.leave();
        }
    }

    private int open(Traveller traveller, String path) {
        return traveller.page().navigate("http://127.0.0.1:" + port + path).status();
    }

    private String apply(Traveller citizen, Citizen person) throws Exception {
        citizen.goTo("/apply/agriculture/land-use-change")
                .signIn(person, person.mobiles().getFirst());
        citizen.isAt("/apply/").press("شروع درخواست");
        citizen.page().locator(".tasks a").first().click();
        citizen.type("postcode", "7616611301").press("ادامه");
        pick(citizen);
        citizen.type("area", "۱۲۰").press("ادامه");
        citizen.choose("newUse", "store").press("ادامه");
        citizen.type("why", "انبار برای پستهٔ همین باغ لازم است.").press("ادامه");
        citizen.press("ادامه")
                .isAt("/check")
                .sees("۳۰.۲۵۰۰۰")
                .look("check")
                .choose("agreed", "true")
                .press("ثبت درخواست");
        citizen.isAt("/receipt");
        return citizen.tracking();
    }

    /** On the drawn map, by hand and by key; what was typed moves the point too. */
    private static void pick(Traveller citizen) {
        Page page = citizen.sees("زمین کجاست").page();
        Locator map = page.locator("figure[data-ready=true] svg");
        map.click();
        BigDecimal lat = new BigDecimal(page.locator("#location").inputValue());
        assertThat(lat).isBetween(new BigDecimal("27"), new BigDecimal("32"));
        map.press("ArrowUp");
        assertThat(new BigDecimal(page.locator("#location").inputValue())).isGreaterThan(lat);
        String east = page.locator("#location-lon").inputValue();
        var pin = page.locator(".map__pin").boundingBox();
        page.mouse().move(pin.x + pin.width / 2, pin.y + pin.height / 2);
        page.mouse().down();
        page.mouse().move(pin.x + 30, pin.y + 10);
        page.mouse().move(pin.x + 60, pin.y + 10);
        page.mouse().up();
        assertThat(new BigDecimal(page.locator("#location-lon").inputValue()))
                .isGreaterThan(new BigDecimal(east));
        citizen.look("map");
        page.locator("#location").fill("۳۰٫۲۵");
        assertThat(page.locator("figcaption").innerText()).contains("کیلومتری");
        page.locator("#location-lon").fill("57.1");
        citizen.press("ادامه");
    }

    private void signIn(Traveller officer, String username) {
        officer.goTo("/work/sign-in")
                .type("username", username)
                .type("password", accounts.password(username));
        officer.page().locator("main form button").first().click();
        officer.isAt("/work");
    }
}
