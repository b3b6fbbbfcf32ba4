package org.dargah.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.Base64;
import org.dargah.DargahTest;
import org.dargah.identity.DemoAccounts;
import org.dargah.journey.Traveller.Device;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.Tehran;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole way of a permit that needs a visit, through the pages that people see. */
@DargahTest
class LicenceAfterAVisitTest {

    /** One white pixel. */
    private static final byte[] PICTURE =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==");

    @LocalServerPort int port;

    @Autowired DemoAccounts accounts;

    @ParameterizedTest
    @EnumSource(value = Device.class)
    void aCookAsksForAnotherDayIsVisitedAndHasThePermit(Device device) throws Exception {
        var citizen = new Traveller(port, device, "visit");
        var inspector = new Traveller(port, device, "visit-inspector");
        var officer = new Traveller(port, device, "visit-officer");
        var supervisor = new Traveller(port, device, "visit-supervisor");
        try {
            String tracking = apply(citizen, Personas.SHOPKEEPER);
            signIn(inspector, "health-inspector");
            inspector.goTo("/work?view=INSPECTIONS&q=" + tracking).waitsFor(tracking).look("inbox");
            inspector.follow(tracking).look("no-day");
            inspector
                    .press("ثبت روز و خبر به متقاضی")
                    .sees("روز، ماه و سال بازدید را درست بنویسید")
                    .sees("پیش از ظهر یا پس از ظهر را انتخاب کنید")
                    .look("wrong-day");
            LocalDate today = LocalDate.now(Tehran.ZONE);
            set(inspector, today.plusDays(3), "AFTERNOON");
            inspector.sees("پس از ظهر").look("day-set");
            assertThat(
                            Traveller.texts(Personas.SHOPKEEPER.mobiles().getFirst())
                                    .get(0)
                                    .get("text")
                                    .asString())
                    .contains("بازدید برای درخواست");

            citizen.goTo("/cases/" + tracking).sees("پس از ظهر").sees("روز بازدید تعیین شد");
            citizen.look("day");
            citizen.page().locator("summary").click();
            citizen.press("درخواست روز دیگر").sees("بنویسید چه روزهایی می‌توانید");
            citizen.type("wish", "همین امروز در محل هستم.").press("درخواست روز دیگر");
            citizen.sees("روز دیگری خواسته‌اید").look("wished");

            inspector.page().reload();
            inspector.sees("همین امروز در محل هستم").look("other-day");
            set(inspector, today, "MORNING");
            citizen.page().reload();
            assertThat(citizen.page().locator("summary").count()).isZero();

            inspector.press("ثبت گزارش").sees("نتیجهٔ بازدید را انتخاب کنید").look("no-report");
            inspector
                    .choose("item-surfaces", "yes")
                    .choose("item-pipedWater", "yes")
                    .choose("item-warmBasin", "yes")
                    .type("item-fridge", "۳٫۵")
                    .choose("item-closedBins", "yes")
                    .type("item-staff", "4")
                    .type("item-staffWithCard", "۴")
                    .choose("finding", "passed");
            inspector
                    .page()
                    .locator("[name='item-kitchen']")
                    .setInputFiles(new FilePayload("kitchen.png", "image/png", PICTURE));
            inspector.look("report").press("ثبت گزارش").sees("شرایط برقرار است").look("reported");

            signIn(officer, "health");
            officer.goTo("/work/cases/" + tracking)
                    .sees("آنچه در بازدید دیده شد")
                    .sees("دمای یخچال: ۳٫۵ درجهٔ سلسیوس")
                    .look("case");
            officer.choose("choice", "APPROVE").press("ثبت تصمیم").sees("منتظر امضای سرپرست است");
            signIn(supervisor, "health-supervisor");
            supervisor.goTo("/work?view=SIGNATURES&q=" + tracking).look("signatures");
            supervisor.follow(tracking).sees("پیشنهاد کارشناس").look("proposal");
            supervisor.choose("signing", "SEND_BACK").press("ثبت").sees("بنویسید چرا");
            supervisor.look("no-reason");
            supervisor.type("reason", "شمار کارکنان را دوباره ببینید.").press("ثبت");
            officer.goTo("/work/cases/" + tracking).sees("شمار کارکنان را دوباره ببینید");
            officer.look("sent-back").choose("choice", "APPROVE").press("ثبت تصمیم");
            supervisor.page().reload();
            supervisor.choose("signing", "SIGN").press("ثبت").sees("پذیرفته شد").look("signed");
            citizen.goTo("/cases/" + tracking).waitsFor("PDF با امضای دیجیتال").look("approved");
            citizen.sees("بازرس بهداشت محیط");
        } finally {
            citizen.leave();
            inspector.leave();
            officer.leave();
            supervisor.leave();
        }
    }

    private static void set(Traveller inspector, LocalDate day, String hours) {
        JalaliDate date = JalaliDate.of(day);
        inspector
                .type("day.day", String.valueOf(date.day()))
                .type("day.month", String.valueOf(date.month()))
                .type("day.year", String.valueOf(date.year()))
                .choose("hours", hours)
                .press("ثبت روز و خبر به متقاضی");
    }

    private String apply(Traveller citizen, Citizen person) throws Exception {
        String service = "/apply/medical-university-kerman/food-premises-permit";
        citizen.goTo(service).signIn(person, person.mobiles().getFirst());
        citizen.isAt("/apply/").press("شروع درخواست");
        citizen.page().locator(".tasks a").first().click();
        citizen.type("postcode", "7616611301").press("ادامه");
        citizen.choose("work", "restaurant").press("ادامه");
        citizen.type("unitName", "آشپزخانهٔ نمونه").press("ادامه").isAt("/check");
        citizen.choose("agreed", "true").press("پرداخت").isAt("/sandbox/pay/");
        citizen.page().locator("form button").first().click();
        citizen.isAt("/receipt").look("receipt");
        return citizen.tracking();
    }

    private void signIn(Traveller officer, String username) {
        officer.goTo("/work/sign-in")
                .type("username", username)
                .type("password", accounts.password(username));
        officer.page().locator("main form button").first().click();
        officer.isAt("/work");
    }
}
