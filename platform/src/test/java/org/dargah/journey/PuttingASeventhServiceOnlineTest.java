package org.dargah.journey;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dargah.DargahTest;
import org.dargah.Tutorial;
import org.dargah.catalog.Publishing;
import org.dargah.identity.DemoAccounts;
import org.dargah.journey.Traveller.Device;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.ServiceCode;
import org.dargah.kernel.Tehran;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A pack written from the tutorial alone is uploaded, mended, looked at, approved by a second
 * person, applied for by a citizen and decided by an officer.
 */
@DargahTest
class PuttingASeventhServiceOnlineTest {

    @LocalServerPort int port;
    @Autowired DemoAccounts accounts;
    @Autowired Publishing publishing;
    @Autowired java.time.Clock clock;

    @ParameterizedTest
    @EnumSource(
            value = Device.class,
            names = {"DESKTOP", "PHONE"})
    void fromTheTutorialToAPermit(Device device) throws Exception {
        var code =
                new ServiceCode("school-hall-" + device.name().toLowerCase(java.util.Locale.ROOT));
        var analyst = new Traveller(port, device, "authoring");
        var approver = new Traveller(port, device, "authoring-approver");
        var citizen = new Traveller(port, device, "authoring-citizen");
        var officer = new Traveller(port, device, "authoring-officer");
        try {
            signIn(analyst, "education-analyst");
            String draft = written(analyst, code);
            looked(analyst, draft);
            analyst.goTo(draft).press("فرستادن برای تصویب").sees("منتظر تصویب").look("handed-in");

            signIn(approver, "education-approver");
            approver.goTo("/work/services").look("approver").follow("استفاده از سالن مدرسه");
            approver.follow("بررسی و تصمیم").sees("این خدمت تازه است").look("approval");
            String approval = approver.page().url().replaceFirst("^https?://[^/]*", "");
            approver.press("دیدن خدمت").sees("تا «روز استفاده»").look("as-people-see-it");
            approver.follow("فرم، همان‌گونه که متقاضی می‌بیند").sees("این پیش‌نمایش است");
            approver.goTo(approval).press("ثبت تصمیم").sees("یکی از راه‌ها را انتخاب کنید");
            approver.choose("choice", "now").press("ثبت تصمیم").sees("منتشر شد").look("published");
            approver.follow("صفحهٔ خدمت").sees("شروع درخواست");

            String tracking = applied(citizen, code);
            signIn(officer, "education");
            officer.goTo("/work/cases/" + tracking).waitsFor("ثبت تصمیم");
            officer.choose("choice", "APPROVE").press("ثبت تصمیم").sees("پذیرفته شد");
            citizen.goTo("/cases/" + tracking).waitsFor("PDF با امضای دیجیتال").look("permit");

            second(analyst, approver, code);
            retired(approver, citizen, code);
        } finally {
            analyst.leave();
            approver.leave();
            citizen.leave();
            officer.leave();
        }
    }

    private void signIn(Traveller official, String username) {
        official.goTo("/work/sign-in")
                .type("username", username)
                .type("password", accounts.password(username));
        official.page().locator("main form button").first().click();
        official.isAt("/work");
    }

    /** Uploaded with one text missing, mended in the editor. */
    private static String written(Traveller analyst, ServiceCode code) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Tutorial.files()
                .forEach(
                        (path, text) -> files.put(path, text.replace("school-hall", code.value())));
        String english = files.getOrDefault("messages_en.properties", "");
        files.put("messages_en.properties", english.replaceFirst("(?m)^title=.*\n", ""));
        analyst.goTo("/work/services").look("services").follow("پیش‌نویس تازه").look("new");
        analyst.press("بارگذاری").sees("فایل zip را انتخاب کنید").look("no-file");
        analyst.page()
                .locator("[name=zip]")
                .setInputFiles(new FilePayload("school-hall.zip", "application/zip", zip(files)));
        analyst.press("بارگذاری").sees("ایراد دارد").look("draft");
        String draft = analyst.page().url().replaceFirst("^https?://[^/]*", "");
        analyst.follow("messages_en.properties").sees("متن انگلیسی آن نیست").look("editor");
        analyst.type("text", english).press("ذخیره و بررسی").sees("ذخیره شد").look("saved");
        analyst.sees("این فایل ایرادی ندارد");
        return draft;
    }

    private static void looked(Traveller analyst, String draft) {
        analyst.goTo(draft).sees("این پیش‌نویس ایرادی ندارد").look("good");
        analyst.follow("اجرای نمونه‌ها").sees("۲ نمونه، ۲ درست").look("examples");
        analyst.goTo(draft + "/file?path=eligibility.dmn&line=12").look("rules");
        analyst.goTo(draft).press("ساختن نشانی پیش‌نمایش").look("address");
        String address =
                analyst.page()
                        .locator(".notice a")
                        .first()
                        .getAttribute("href")
                        .replaceFirst("^https?://[^/]*", "");
        analyst.goTo(address).sees("این پیش‌نمایش است").look("preview");
        analyst.page().locator(".docs a").first().click();
        analyst.page().locator(".tasks a").first().click();
        analyst.look("preview-page").press("ادامه");
        analyst.look("preview-day").press("ادامه");
        analyst.look("preview-end");
    }

    private String applied(Traveller citizen, ServiceCode code) throws Exception {
        citizen.goTo("/services/education/" + code).look("service");
        citizen.goTo("/apply/education/" + code)
                .signIn(Personas.SHOPKEEPER, Personas.SHOPKEEPER.mobiles().getFirst())
                .press("شروع درخواست");
        citizen.page().locator(".tasks a").first().click();
        citizen.choose("purpose", "sport").press("ادامه");
        JalaliDate day = JalaliDate.of(Tehran.today(clock).plusDays(30));
        citizen.type("day.day", String.valueOf(day.day()))
                .type("day.month", String.valueOf(day.month()))
                .type("day.year", String.valueOf(day.year()))
                .press("ادامه");
        citizen.choose("agreed", "true").press("پرداخت").isAt("/sandbox/pay/");
        citizen.page().locator("form button").first().click();
        citizen.isAt("/receipt");
        return citizen.tracking();
    }

    /** A second version, whose approver reads what it changes. */
    private void second(Traveller analyst, Traveller approver, ServiceCode code) {
        String current = publishing.versions(code).getFirst().id().toString();
        analyst.goTo("/work/services/new");
        analyst.page().locator("[name=version]").selectOption(current);
        analyst.press("آغاز از این نسخه");
        String draft = analyst.page().url().replaceFirst("^https?://[^/]*", "");
        analyst.goTo(draft + "/file?path=service.yaml");
        String card = analyst.page().locator("textarea").inputValue();
        analyst.type(
                        "text",
                        card.replace("workingDays: 3", "workingDays: 5")
                                .replace(
                                        "سالن در آن روز آزاد باشد",
                                        "سالن و سرایدار در آن روز آزاد باشند"))
                .press("ذخیره و بررسی");
        analyst.goTo(draft).press("فرستادن برای تصویب");
        approver.goTo(draft + "/approval")
                .sees("مهلت قانونی")
                .sees("۵ روز کاری")
                .sees("سرایدار")
                .look("differences");
        approver.choose("choice", "now").press("ثبت تصمیم").sees("منتشر شد");
        approver.goTo("/work/services/" + code + "/versions").sees("انتشار").look("versions");
    }

    private static void retired(Traveller approver, Traveller citizen, ServiceCode code) {
        approver.follow("کنار گذاشتن خدمت").look("retire");
        approver.press("کنار بگذار").sees("دلیل را");
        approver.type("reason", "نمایش به پایان رسید.").press("کنار بگذار").sees("کنار گذاشته");
        citizen.goTo("/services/education/" + code).sees("دیگر ارائه نمی‌شود").look("retired");
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("school-hall/" + file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
