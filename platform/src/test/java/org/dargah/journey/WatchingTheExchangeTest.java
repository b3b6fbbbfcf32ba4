package org.dargah.journey;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dargah.DargahTest;
import org.dargah.Program;
import org.dargah.ProgramKey;
import org.dargah.identity.ClientProofs;
import org.dargah.identity.Clients;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.DemoAccounts;
import org.dargah.identity.OfficerId;
import org.dargah.identity.Role;
import org.dargah.identity.Scope;
import org.dargah.journey.Traveller.Device;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Province;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A right is granted, used, seen by the person it was used on, objected to and answered. */
@DargahTest
class WatchingTheExchangeTest {

    private static final Citizen CITIZEN = Personas.SUPERVISOR_GUILD;

    @LocalServerPort int port;
    @Autowired DemoAccounts accounts;
    @Autowired Clients clients;
    @Autowired ClientProofs proofs;

    @Value("${dargah.address}")
    String address;

    private final ProgramKey key = ProgramKey.ec();

    @ParameterizedTest
    @EnumSource(Device.class)
    void fromTheRightToTheAnswer(Device device) throws Exception {
        String title =
                switch (device) {
                    case DESKTOP -> "بانک نمونهٔ یک";
                    case PHONE -> "بانک نمونهٔ دو";
                    case PLAIN_PHONE -> "بانک نمونهٔ سه";
                };
        Clients.Admitted bank = admit(title);

        var administrator = at("administrator", device, "exchange-right");
        try {
            grant(administrator, bank.client().id(), title);
        } finally {
            administrator.leave();
        }
        ask(bank);
        var citizen = new Traveller(port, device, "exchange-citizen");
        try {
            object(citizen, title);
        } finally {
            citizen.leave();
        }
        var protection = at("protection", device, "exchange-protection");
        try {
            answer(protection, title);
        } finally {
            protection.leave();
        }
    }

    private Clients.Admitted admit(String title) {
        var administrator =
                new CurrentOfficer(
                        new Province("IR-08"),
                        OfficerId.next(java.time.Clock.systemUTC()),
                        "administrator",
                        "نمونه",
                        "مدیر سامانه",
                        new AgencyCode("dargah"),
                        Set.of(Role.ADMINISTRATOR));
        Clients.Admitted bank =
                clients.admit(
                        title, new AgencyCode("education"), Set.of(Scope.INQUIRIES), administrator);
        proofs.register(bank.client(), key.pem(), administrator);
        return bank;
    }

    private Traveller at(String username, Device device, String story) {
        return new Traveller(port, device, story)
                .goTo("/work/sign-in")
                .type("username", username)
                .type("password", accounts.password(username))
                .press("ورود");
    }

    private static void grant(Traveller administrator, String id, String title) {
        administrator.goTo("/work/rights").sees("حق استعلام سامانه‌ها").look("programs");
        administrator.goTo("/work/rights/" + id).sees(title).look("none");
        administrator.follow("دادن حق تازه").look("registry");
        administrator.choose("registry", "civil/person@1").press("ادامه");
        administrator.look("purpose");
        administrator.choose("purpose", "customer-identification").press("ادامه");
        administrator.press("دادن حق").sees("دست‌کم یکی از قلم‌ها").look("wrong");
        administrator.choose("manner", "fields").choose("fields", "birthDate");
        administrator.press("دادن حق").sees("برقرار").look("right");
        administrator.goTo("/work/rights/" + id).look("program");
        administrator.follow("ثبت احوال").follow("پس گرفتن حق").look("revocation");
    }

    private void ask(Clients.Admitted bank) {
        Program program = Program.signing(key, bank.client().id(), address, "inquiries", port);
        for (String kind : List.of("fields", "match", "refused")) {
            program.post(
                    "/api/v1/inquiries",
                    Map.of(
                            "registry",
                            "civil/person@1",
                            "purpose",
                            "customer-identification",
                            "keys",
                            Map.of("nationalId", CITIZEN.nationalId()),
                            kind.equals("match") ? "match" : "fields",
                            switch (kind) {
                                case "match" -> Map.of("birthDate", "1362/4/14");
                                case "fields" -> List.of("birthDate");
                                default -> List.of("firstName");
                            },
                            "issue",
                            "KYC-1405-77"));
        }
    }

    private static void object(Traveller citizen, String title) throws Exception {
        citizen.goTo("/me").signIn(CITIZEN, CITIZEN.mobiles().getFirst());
        citizen.sees(title).look("list");
        citizen.follow("فقط تطبیق: تاریخ تولد").look("match");
        citizen.follow("اعلام به مسئول حفاظت از داده‌ها").look("confirm");
        citizen.type("text", "من هیچ‌وقت مشتری این بانک نبوده‌ام.")
                .press("بله، این من نبودم")
                .sees("منتظر پاسخ")
                .look("waits");
    }

    private static void answer(Traveller protection, String title) {
        protection.goTo("/work/complaints").sees(title).look("list");
        protection.page().locator("tr:has-text('" + title + "') a").first().click();
        protection.press("فرستادن پاسخ").sees("پاسخ را بنویسید").look("wrong");
        protection
                .type("text", "بانک کد ملی را اشتباه زده بود. به بانک تذکر داده شد.")
                .press("فرستادن پاسخ")
                .sees("تذکر داده شد")
                .look("answered");
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void anOfficerLooksOneThingUp(Device device) {
        var officer = at("guild-jiroft", device, "exchange-officer");
        try {
            officer.goTo("/work/lookup").sees("استعلام موردی").look("registry");
            officer.choose("registry", "civil/person@1").press("ادامه").look("purpose");
            officer.choose("purpose", "walk-in").choose("manner", "fields").press("ادامه");
            officer.press("پرسیدن از مرجع").sees("این مقدار درست نیست").look("wrong");
            officer.type("key.nationalId", CITIZEN.nationalId())
                    .choose("fields", "birthDate")
                    .choose("fields", "alive")
                    .type("reason", "مراجعهٔ حضوری، بررسی سن")
                    .press("پرسیدن از مرجع")
                    .sees("شخص این استعلام را می‌بیند")
                    .look("found");
            officer.goTo("/work/lookup?registry=civil/person@1&purpose=walk-in&manner=match")
                    .look("match");
            officer.type("key.nationalId", CITIZEN.nationalId())
                    .type("claim.lastName", "دیگری")
                    .type("reason", "مراجعهٔ حضوری، بررسی نام")
                    .press("پرسیدن از مرجع")
                    .sees("نه، یکی نیست")
                    .look("differs");
        } finally {
            officer.leave();
        }
    }
}
