package org.dargah.journey;

import java.time.Clock;
import java.time.LocalDate;
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
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.Province;
import org.dargah.kernel.Tehran;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A supervisor asks for a program of the guild chamber; an officer of the governorate reviews. */
@DargahTest
class AskingForAccessByPagesTest {

    @LocalServerPort int port;
    @Autowired DemoAccounts accounts;
    @Autowired Clients clients;

    @ParameterizedTest
    @EnumSource(Device.class)
    void fromTheRegistryToTheRight(Device device) throws Exception {
        String program =
                switch (device) {
                    case DESKTOP -> "سامانهٔ صنفی یک";
                    case PHONE -> "سامانهٔ صنفی دو";
                    case PLAIN_PHONE -> "سامانهٔ صنفی سه";
                };
        String id = admit(program);
        Traveller supervisor = atWork(device, "guild-supervisor", "access");
        Traveller officer = atWork(device, "access", "access-officer");
        try {
            supervisor.goTo("/services/governorate/registry-access").look("service");
            supervisor.goTo("/work/access").sees(program).look("programs");
            supervisor.goTo("/work/access/programs/" + id + "/new").look("registry");
            supervisor.choose("registry", "military/service@1").press("ادامه").look("purpose");
            supervisor.choose("purpose", "case-review").press("ادامه").look("form");
            supervisor.press("ثبت درخواست").sees("کد ملی درست را").look("wrong");
            fill(supervisor);
            supervisor.press("ثبت درخواست").isAt("/work/access/requests/").look("request");
            String tracking = supervisor.tracking();

            officer.goTo("/work/cases/" + tracking).waitsFor("ثبت تصمیم").look("review");
            officer.sees("قلم‌های حساس").sees("نوع معافیت");
            officer.choose("choice", "APPROVE").press("ثبت تصمیم").sees("پذیرفته شد");
            supervisor.waitsFor("داده شد").look("granted");
            supervisor.goTo("/work/access").sees(tracking).look("requests");
        } finally {
            supervisor.leave();
            officer.leave();
        }
    }

    private Traveller atWork(Device device, String name, String story) {
        return new Traveller(port, device, story)
                .goTo("/work/sign-in")
                .type("username", name)
                .type("password", accounts.password(name))
                .press("ورود");
    }

    private static void fill(Traveller supervisor) {
        Citizen official = Personas.GRADUATE;
        supervisor
                .choose("manner", "fields")
                .choose("fields", "status")
                .choose("fields", "exemption")
                .type("need", "به‌جای کپی کارت پایان خدمت که امروز از هر متقاضی می‌گیریم")
                .type("position", "سرپرست صدور پروانه")
                .type("perDay", "200")
                .type("perMinute", "5")
                .type("volume", "هر روز نزدیک صد و پنجاه پروانه بررسی می‌شود")
                .type("nationalId", official.nationalId())
                .type("mobile", official.mobiles().getFirst());
        date(supervisor, "until", LocalDate.now(Tehran.ZONE).plusMonths(6));
        date(supervisor, "birthDate", official.birthDate());
    }

    private static void date(Traveller supervisor, String name, LocalDate day) {
        JalaliDate date = JalaliDate.of(day);
        supervisor
                .type(name + ".day", "" + date.day())
                .type(name + ".month", "" + date.month())
                .type(name + ".year", "" + date.year());
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
        return clients.admit(title, new AgencyCode("asnaf"), Set.of(Scope.INQUIRIES), administrator)
                .client()
                .id();
    }
}
