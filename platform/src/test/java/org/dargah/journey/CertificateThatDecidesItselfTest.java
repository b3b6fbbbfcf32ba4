package org.dargah.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.dargah.DargahTest;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@DargahTest
class CertificateThatDecidesItselfTest {

    @LocalServerPort int port;

    @ParameterizedTest
    @EnumSource(Traveller.Device.class)
    void aGraduateHasTheSignedCertificateWithinSecondsWithoutAnyPaper(Traveller.Device device)
            throws Exception {
        var traveller = new Traveller(port, device, "certificate");
        try {
            traveller
                    .goTo("/")
                    .look("home")
                    .type("q", "تایید مدرك تحصیلی")
                    .press("جست‌وجو")
                    .look("search");
            traveller.follow("گواهی تأیید تحصیلات").look("service");
            traveller.follow("شروع درخواست").look("sign-in");
            traveller
                    .signIn(Personas.GRADUATE, Personas.GRADUATE.mobiles().getFirst())
                    .isAt("/apply/")
                    .look("start");
            traveller.press("شروع درخواست").look("draft");
            traveller.sees("انجام شد");
            while (traveller.page().locator(".tasks a").count() > 0
                    && !traveller.page().url().contains("/check")) {
                traveller.page().locator(".tasks a").first().click();
                traveller.look("question");
                answer(traveller);
            }
            traveller.look("check").choose("agreed", "true").press("ثبت درخواست").look("receipt");
            String tracking = traveller.tracking();
            traveller
                    .goTo("/cases/" + tracking)
                    .waitsFor("پذیرفته شد")
                    .waitsFor("PDF با امضای دیجیتال")
                    .look("case");
            assertThat(Traveller.texts(Personas.GRADUATE.mobiles().getFirst()).toString())
                    .contains(tracking);
            traveller.goTo("/track/" + tracking).sees("پذیرفته شد").look("track");
            assertThat(traveller.page().content()).doesNotContain("مریم");
        } finally {
            traveller.leave();
        }
    }

    private static void answer(Traveller traveller) {
        var radios = traveller.page().locator("main form input[type=radio]");
        if (radios.count() > 0) {
            radios.first().check();
        } else {
            traveller
                    .page()
                    .locator("main form input:not([type=hidden])")
                    .first()
                    .fill("ادارهٔ نمونه");
        }
        traveller.press("ادامه");
    }
}
