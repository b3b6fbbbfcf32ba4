package org.dargah.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dargah.Browser;
import org.dargah.World;
import org.dargah.kernel.JalaliDate;
import org.dargah.sandbox.people.Citizen;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody before a browser: opens pages, fills them in by their labels, looks at each, reads the
 * phone.
 */
final class Traveller {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final Pattern TRACKING = Pattern.compile("KR-[2-9A-Z]{4}-[2-9A-Z]{4}");

    private final Page page;
    private final String home;
    private final String name;
    private final boolean javaScript;
    private int looks;

    /** What somebody has before them. */
    enum Device {
        DESKTOP,
        PHONE,
        PLAIN_PHONE
    }

    Traveller(int port, Device device, String story) {
        Browser browser = Browser.shared();
        this.page =
                switch (device) {
                    case DESKTOP -> browser.desktop();
                    case PHONE -> browser.phone();
                    case PLAIN_PHONE -> browser.plainPhone();
                };
        this.page.setDefaultTimeout(20_000);
        this.home = "http://127.0.0.1:" + port;
        this.name = story + "-" + device.name().toLowerCase(java.util.Locale.ROOT);
        this.javaScript = device != Device.PLAIN_PHONE;
    }

    Page page() {
        return page;
    }

    Traveller goTo(String path) {
        page.navigate(home + path);
        return this;
    }

    /** Takes a picture and lets axe-core look: every page on the way has no flaw. */
    Traveller look(String what) {
        looks++;
        String picture = "%s-%02d-%s".formatted(name, looks, what);
        if (javaScript) {
            Browser.look(page, picture);
        } else {
            Browser.picture(page, picture);
        }
        return this;
    }

    Traveller type(String field, String text) {
        page.locator("[name='" + field + "']").fill(text);
        return this;
    }

    Traveller choose(String field, String value) {
        page.locator("[name='" + field + "'][value='" + value + "']").check();
        return this;
    }

    Traveller attach(String field, String fileName, byte[] content) {
        page.locator("[name='" + field + "']")
                .setInputFiles(
                        new com.microsoft.playwright.options.FilePayload(
                                fileName, "application/pdf", content));
        return this;
    }

    /** Presses the button or follows the link of that text. */
    Traveller press(String text) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text)).first().click();
        return this;
    }

    Traveller follow(String text) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text)).first().click();
        return this;
    }

    Traveller sees(String text) {
        assertThat(page.locator("main").innerText()).contains(text);
        return this;
    }

    Traveller isAt(String part) {
        assertThat(page.url()).contains(part);
        return this;
    }

    /** From the sign-in page to where the traveller wanted to go. */
    Traveller signIn(Citizen citizen, String mobile) throws Exception {
        JalaliDate born = JalaliDate.of(citizen.birthDate());
        type("nationalId", citizen.nationalId());
        type("birthDate.day", String.valueOf(born.day()));
        type("birthDate.month", String.valueOf(born.month()));
        type("birthDate.year", String.valueOf(born.year()));
        type("mobile", mobile);
        int before = texts(mobile).size();
        page.locator("form[action='/sign-in'] button").click();
        type("code", codeAfter(mobile, before));
        page.locator("main form button").first().click();
        return this;
    }

    private static String codeAfter(String mobile, int before) throws Exception {
        for (int tries = 0; tries < 200; tries++) {
            JsonNode texts = texts(mobile);
            if (texts.size() > before) {
                Matcher code = CODE.matcher(texts.get(0).get("text").asString());
                if (code.find()) {
                    return code.group(1);
                }
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("No code came to the phone");
    }

    static JsonNode texts(String mobile) throws IOException, InterruptedException {
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        World.outside().url()
                                                                + "/sandbox/phone/"
                                                                + mobile
                                                                + ".json"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        return JsonMapper.shared().readTree(answer.body()).get("messages");
    }

    /** The tracking code on the page. */
    String tracking() {
        Matcher code = TRACKING.matcher(page.content());
        assertThat(code.find()).isTrue();
        return code.group();
    }

    /** Reloads until the page says so; what happens behind it takes its seconds. */
    Traveller waitsFor(String text) {
        for (int tries = 0;
                tries < 60 && !page.locator("main").innerText().contains(text);
                tries++) {
            page.waitForTimeout(500);
            page.reload();
        }
        return sees(text);
    }

    void leave() {
        page.context().close();
    }
}
