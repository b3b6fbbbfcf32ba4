package org.dargah.journey;

import java.time.Clock;
import java.util.Set;
import org.dargah.DargahTest;
import org.dargah.identity.Clients;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.DemoAccounts;
import org.dargah.identity.OfficerId;
import org.dargah.identity.Role;
import org.dargah.identity.Scope;
import org.dargah.journey.Traveller.Device;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Province;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator makes a group, lets a bank join, and finds the way to the group's rights. */
@DargahTest
class MakingAGroupTest {

    @LocalServerPort int port;
    @Autowired DemoAccounts accounts;
    @Autowired Clients clients;

    @ParameterizedTest
    @EnumSource(Device.class)
    void fromTheNameToTheMembers(Device device) throws Exception {
        String number =
                switch (device) {
                    case DESKTOP -> "یک";
                    case PHONE -> "دو";
                    case PLAIN_PHONE -> "سه";
                };
        String name = "بانک‌های استان، گروه " + number;
        String bank = admit("بانک هم‌پیمان " + number);
        var administrator =
                new Traveller(port, device, "exchange-group")
                        .goTo("/work/sign-in")
                        .type("username", "administrator")
                        .type("password", accounts.password("administrator"))
                        .press("ورود");
        try {
            administrator.goTo("/work/rights").follow("گروه‌های سامانه‌ها").look("groups");
            administrator.press("ساختن گروه").sees("سه تا هشتاد نویسه").look("wrong");
            administrator.type("title", name).press("ساختن گروه").look("empty");
            administrator.page().locator("[name='client']").selectOption(bank);
            administrator.press("ثبت عضویت").sees("بی‌پایان").look("member");
            administrator.follow("حق‌های این گروه").look("rights");
            administrator.follow("دادن حق تازه").look("registry");
        } finally {
            administrator.leave();
        }
    }

    private String admit(String title) {
        var administrator =
                new CurrentOfficer(
                        new Province("IR-08"),
                        OfficerId.next(Clock.systemUTC()),
                        "administrator",
                        "نمونه",
                        "مدیر سامانه",
                        new AgencyCode("dargah"),
                        Set.of(Role.ADMINISTRATOR));
        return clients.admit(
                        title, new AgencyCode("bank-melli"), Set.of(Scope.INQUIRIES), administrator)
                .client()
                .id();
    }
}
