package org.dargah.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.dargah.DargahTest;
import org.dargah.Program;
import org.dargah.ProgramKey;
import org.dargah.identity.DemoAccounts;
import org.dargah.journey.Traveller.Device;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DargahTest
class AdmittingAProgramTest {

    @LocalServerPort int port;
    @Autowired DemoAccounts accounts;

    @ParameterizedTest
    @EnumSource(Device.class)
    void anAdministratorAdmitsAProgramAndClosesItAgain(Device device) throws Exception {
        var administrator = new Traveller(port, device, "program");
        try {
            administrator
                    .goTo("/work/sign-in")
                    .type("username", "administrator")
                    .type("password", accounts.password("administrator"))
                    .press("ورود");
            administrator.goTo("/work/clients").sees("سامانه‌های همکار").press("ساختن شناسه و رمز");
            administrator.sees("نام سامانه را بنویسید").look("wrong");

            administrator.type("title", "دفتر پیشخوان ۱۲ " + device.name().charAt(0));
            administrator.page().selectOption("[name=agency]", "asnaf");
            administrator.choose("scopes", "cases.write").press("ساختن شناسه و رمز");
            administrator.sees("تنها همین بار").look("admitted");
            Locator told = administrator.page().locator(".notice .code");
            String id = told.nth(0).innerText();
            String secret = told.nth(1).innerText();
            assertThat(Program.token(id, secret, "cases.write", port).status()).isEqualTo(200);

            administrator.follow(id).look("one");
            prove(administrator, ProgramKey.ec());
            administrator.press("بستن راه سامانه");
            assertThat(administrator.page().locator("main").innerText()).doesNotContain(id);
            assertThat(Program.token(id, secret, "cases.write", port).status()).isEqualTo(401);
        } finally {
            administrator.leave();
        }
    }

    /** Registers a key and gets a certificate, each after a mistake; takes the certificate back. */
    private static void prove(Traveller administrator, ProgramKey key) throws Exception {
        String page = administrator.page().url();
        administrator.type("key", key.privatePem()).press("ثبت کلید");
        administrator.sees("این کلید خصوصی است").look("key-wrong");
        assertThat(administrator.page().content()).doesNotContain("BEGIN PRIVATE KEY");
        administrator.type("key", key.pem()).press("ثبت کلید");
        administrator.sees("EC P-256");
        administrator.type("request", key.pem()).press("صدور گواهی");
        administrator.sees("درخواست گواهی را کامل").look("request-wrong");
        administrator.type("request", key.request()).press("صدور گواهی");
        administrator.sees("BEGIN CERTIFICATE").look("certificate");
        administrator.press("باطل کردن گواهی");
        administrator.sees("باطل‌شده").look("proofs");
        administrator.page().locator("a[href*='/keys/']").first().click();
        administrator.look("key").press("برداشتن کلید");
        assertThat(administrator.page().url()).isEqualTo(page);
    }
}
