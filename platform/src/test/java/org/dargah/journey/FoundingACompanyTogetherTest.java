package org.dargah.journey;

import org.dargah.DargahTest;
import org.dargah.journey.Traveller.Device;
import org.dargah.kernel.JalaliDate;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A founder at a desk and a partner at a phone: each page on their way is looked at. */
@DargahTest
class FoundingACompanyTogetherTest {

    @LocalServerPort int port;

    @Test
    void thePartnerReadsAndSignsAtThePhoneAndTheFounderPaysTwice() throws Exception {
        var founder = new Traveller(port, Device.DESKTOP, "founding");
        var partner = new Traveller(port, Device.PHONE, "founding-partner");
        try {
            Citizen names = Personas.WITHOUT_DEGREE;
            founder.goTo("/apply/land-deeds/company-founding")
                    .signIn(names, names.mobiles().getFirst());
            founder.press("شروع درخواست");
            founder.page().locator(".tasks a").first().click();
            founder.type("companyName", "همکاران نمونه").choose("activity", "trade").press("ادامه");
            founder.type("postcode", "۷۶۱۶۶-۱۱۳۰۱").press("ادامه");
            founder.type("capital", "۱۰۰٬۰۰۰٬۰۰۰").type("ownShare", "۶۰٬۰۰۰٬۰۰۰").press("ادامه");
            partnerRow(founder, Personas.GRADUATE);
            founder.look("partners").press("ادامه").isAt("/check").look("check");
            founder.choose("agreed", "true").press("پرداخت").isAt("/signatures");
            founder.sees("در انتظار امضا").sees("مریم نمونه‌پور").look("signatures");
            String tracking = founder.tracking();

            partner.goTo("/cases")
                    .signIn(Personas.GRADUATE, Personas.GRADUATE.mobiles().getFirst());
            partner.goTo("/cases")
                    .sees("درخواست‌هایی که همراه دیگران داده‌اید")
                    .look("invitations");
            partner.goTo("/cases/" + tracking + "/signature")
                    .sees("من شریک این شرکت هستم")
                    .sees("۴۰٬۰۰۰٬۰۰۰")
                    .look("signature");
            partner.press("ثبت نظر").sees("یکی از دو راه را انتخاب کنید").look("undecided");
            partner.choose("word", "sign").press("ثبت نظر").sees("امضا شد").look("signed");

            founder.goTo("/cases/" + tracking).sees("همه امضا کرده‌اند").look("complete");
            founder.goTo("/cases/" + tracking + "/check").choose("agreed", "true").press("پرداخت");
            founder.page().locator("form button").first().click();
            founder.goTo("/cases/" + tracking).waitsFor("برای ادامه بپردازید").look("later-fee");
            founder.press("پرداخت").isAt("/sandbox/pay/");
            founder.page().locator("form button").first().click();
            founder.goTo("/cases/" + tracking).waitsFor("در حال بررسی").look("in-review");
        } finally {
            founder.leave();
            partner.leave();
        }
    }

    private static void partnerRow(Traveller founder, Citizen partner) {
        JalaliDate born = JalaliDate.of(partner.birthDate());
        founder.type("partners.0.nationalId", partner.nationalId())
                .type("partners.0.birthDate", born.year() + "/" + born.month() + "/" + born.day())
                .type("partners.0.mobile", partner.mobiles().getFirst())
                .type("partners.0.share", "۴۰٬۰۰۰٬۰۰۰");
    }
}
