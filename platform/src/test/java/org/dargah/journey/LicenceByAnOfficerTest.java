package org.dargah.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.dargah.DargahTest;
import org.dargah.identity.DemoAccounts;
import org.dargah.journey.Traveller.Device;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DargahTest
class LicenceByAnOfficerTest {

    private static final byte[] PLAN =
            "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @LocalServerPort int port;

    @Autowired DemoAccounts accounts;

    @ParameterizedTest
    @EnumSource(Device.class)
    void aShopkeeperPaysMendsOneThingAndHasTheLicence(Device device) throws Exception {
        var citizen = new Traveller(port, device, "licence");
        var officer = new Traveller(port, device, "licence-officer");
        try {
            String tracking = apply(citizen, Personas.SHOPKEEPER);
            signIn(officer, "guild-kerman");
            officer.goTo("/work?q=" + tracking)
                    .waitsFor("در حال بررسی")
                    .look("inbox")
                    .follow(tracking)
                    .look("case");
            officer.sees("برقرار")
                    .press("ثبت تصمیم")
                    .sees("یکی از سه راه را انتخاب کنید")
                    .look("undecided");
            officer.choose("choice", "ASK_CORRECTION")
                    .type("explanation", "نقشهٔ محل خوانا نیست. روشن‌تر بفرستید.");
            officer.press("ثبت تصمیم").sees("منتظر متقاضی");

            citizen.goTo("/cases/" + tracking).sees("نوبت شماست").look("correction");
            citizen.press("فرستادن اصلاح").sees("اصلاح را در چند جمله بنویسید");
            citizen.look("mending").follow("نام واحد").type("unitName", "پوشاک تازه");
            citizen.press("ادامه").sees("پیش از اصلاح").look("mended");
            citizen.type("correction", "نقشهٔ تازه همان جاست که در نشانی آمده است.")
                    .press("فرستادن اصلاح");
            citizen.waitsFor("در حال بررسی");

            officer.goTo("/work/cases/" + tracking)
                    .sees("نقشهٔ تازه")
                    .sees("پوشاک تازه")
                    .look("answered");
            officer.choose("choice", "APPROVE").press("ثبت تصمیم").sees("پذیرفته شد");

            citizen.goTo("/cases/" + tracking).waitsFor("PDF با امضای دیجیتال").look("approved");
            citizen.sees("کارشناس صدور پروانه").sees("چه کسی اطلاعات من را دید");
            citizen.choose("score", "5").type("word", "زود و بی‌دردسر بود").press("ثبت امتیاز");
            assertThat(citizen.page().locator("main").innerText())
                    .doesNotContain("این خدمت چطور بود");
        } finally {
            citizen.leave();
            officer.leave();
        }
    }

    @Test
    void aRefusalCitesANumberedConditionAndOnlyTheRightOfficeSeesTheCase() throws Exception {
        var citizen = new Traveller(port, Device.DESKTOP, "refusal");
        var officer = new Traveller(port, Device.DESKTOP, "refusal-officer");
        var elsewhere = new Traveller(port, Device.DESKTOP, "refusal-elsewhere");
        try {
            String tracking = apply(citizen, Personas.ABSENT);
            signIn(elsewhere, "guild-rafsanjan");
            elsewhere.goTo("/work?q=" + tracking).sees("پرونده‌ای در این نما نیست");
            assertThat(
                            elsewhere
                                    .page()
                                    .navigate(
                                            "http://127.0.0.1:" + port + "/work/cases/" + tracking)
                                    .status())
                    .isEqualTo(404);

            signIn(officer, "guild-kerman");
            officer.goTo("/work/cases/" + tracking).waitsFor("ثبت تصمیم").sees("نقض");
            officer.choose("choice", "REFUSE")
                    .press("ثبت تصمیم")
                    .sees("دست‌کم یک شرط")
                    .look("no-condition");
            officer.choose("conditions", "3")
                    .type("explanation", "پایان خدمت یا معافیت ثبت نشده است.");
            officer.press("ثبت تصمیم").sees("رد شد");

            citizen.goTo("/cases/" + tracking)
                    .sees("شرط ۳")
                    .sees("پایان خدمت یا معافیت ثبت نشده است")
                    .look("refused");
            var stranger = new Traveller(port, Device.DESKTOP, "stranger");
            stranger.goTo("/sign-in").signIn(Personas.EXEMPT, Personas.EXEMPT.mobiles().getFirst());
            assertThat(
                            stranger.page()
                                    .navigate("http://127.0.0.1:" + port + "/cases/" + tracking)
                                    .status())
                    .isEqualTo(404);
            stranger.leave();
        } finally {
            citizen.leave();
            officer.leave();
            elsewhere.leave();
        }
    }

    private String apply(Traveller citizen, Citizen person) throws Exception {
        citizen.goTo("/apply/asnaf/business-licence").signIn(person, person.mobiles().getFirst());
        citizen.isAt("/apply/").press("شروع درخواست").look("draft");
        citizen.page().locator(".tasks a").first().click();
        citizen.type("postcode", "۷۶۱۶۶۱۱۳۰")
                .press("ادامه")
                .sees("کد پستی باید ۱۰ رقم باشد")
                .look("wrong-postcode");
        citizen.type("postcode", "۷۶۱۶۶-۱۱۳۰۱").press("ادامه").look("trade");
        citizen.choose("trade", "clothing").press("ادامه").look("name");
        citizen.type("unitName", "پوشاك نمونه").press("ادامه").look("plan");
        citizen.attach(
                "plan",
                "plan.pdf",
                "MZ not a pdf".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        citizen.press("ادامه").sees("از نوع پذیرفته‌شده نیست");
        citizen.attach("plan", "plan.pdf", PLAN).press("ادامه").isAt("/check").look("check");
        citizen.sees("پوشاک نمونه");
        citizen.press("پرداخت").sees("درستی پاسخ‌ها را تأیید کنید");
        citizen.choose("agreed", "true").press("پرداخت").isAt("/sandbox/pay/").look("provider");
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
