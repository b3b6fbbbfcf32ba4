package org.dargah.identity;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dargah.Visitor;
import org.dargah.World;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Gender;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A citizen of their own for each test, before a browser whose device keeps passkeys. */
@NullMarked
final class KeyHolder {

    private static final AtomicInteger SERIALS = new AtomicInteger(640_000);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String home;
    private final Page page;
    private final Device device;
    private final Citizen citizen;

    private KeyHolder(int port, Page page, Citizen citizen) {
        this.home = "http://localhost:" + port;
        this.page = page;
        this.device = Device.of(page);
        this.citizen = citizen;
    }

    static KeyHolder born(int port, Page page) {
        page.setDefaultTimeout(20_000);
        int serial = SERIALS.incrementAndGet();
        KeyHolder holder = new KeyHolder(port, page, citizen(serial, null));
        holder.control("POST", "/people", json(holder.citizen));
        return holder;
    }

    private static Citizen citizen(int serial, @Nullable LocalDate died) {
        return new Citizen(
                NationalId.demo(serial).digits(),
                "کلیددار",
                "نمونه‌پور",
                "پدرنمونه",
                Gender.FEMALE,
                LocalDate.of(1990, 4, 5),
                died,
                List.of("0913" + (1_000_000 + serial)),
                null,
                null,
                null);
    }

    private static String json(Citizen citizen) {
        return JsonMapper.shared().writeValueAsString(List.of(citizen));
    }

    /** As the civil registry learns it. */
    void dies() {
        Citizen dead =
                new Citizen(
                        citizen.nationalId(),
                        citizen.firstName(),
                        citizen.lastName(),
                        citizen.fatherName(),
                        citizen.gender(),
                        citizen.birthDate(),
                        LocalDate.of(2026, 11, 1),
                        citizen.mobiles(),
                        null,
                        null,
                        null);
        control("POST", "/people", json(dead));
    }

    /** Of the sandbox. */
    void control(String method, String path, String body) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(World.outside().url().resolve(path))
                                    .header("Content-Type", "application/json")
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(answer.body());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    Page page() {
        return page;
    }

    Device device() {
        return device;
    }

    Citizen citizen() {
        return citizen;
    }

    String home() {
        return home;
    }

    KeyHolder signInByCode(String wanted) {
        page.navigate(home + wanted);
        JalaliDate born = JalaliDate.of(citizen.birthDate());
        page.locator("[name=nationalId]").fill(citizen.nationalId());
        page.locator("[name='birthDate.day']").fill("" + born.day());
        page.locator("[name='birthDate.month']").fill("" + born.month());
        page.locator("[name='birthDate.year']").fill("" + born.year());
        page.locator("[name=mobile]").fill(citizen.mobile());
        int before = Visitor.smsTo(citizen.mobile()).size();
        page.locator("form[action='/sign-in'] button").click();
        page.locator("[name=code]").fill(Visitor.newCode(citizen.mobile(), before));
        page.locator("form[action='/sign-in/code'] button").click();
        page.waitForURL("**" + wanted);
        return this;
    }

    KeyHolder addPasskey(String name) {
        page.navigate(home + "/me/passkeys");
        page.locator("[name=name]").fill(name);
        page.locator("#passkey").click();
        page.waitForURL("**/me/passkeys?done=added");
        return this;
    }

    /** Waits for an SMS with these words. */
    void reads(String words) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < end) {
            if (Visitor.smsTo(citizen.mobile()).stream().anyMatch(text -> text.contains(words))) {
                return;
            }
            page.waitForTimeout(100);
        }
        throw new AssertionError("No SMS says " + words);
    }

    KeyHolder signOut() {
        page.navigate(home + "/me");
        page.locator("form[action='/sign-out'] button").click();
        page.waitForURL("**/sign-out");
        return this;
    }

    void pressPasskey() {
        page.locator("#passkey").click();
    }

    String session() {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("dargah-session"))
                .map((Cookie cookie) -> cookie.value)
                .findFirst()
                .orElse("");
    }

    boolean isIn() {
        page.navigate(home + "/me");
        return page.url().endsWith("/me");
    }

    PersonId id(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        select k.person from identity.passkey k where k.credential_id = :credential
                        """)
                .param("credential", credential())
                .query((row, number) -> new PersonId(row.getObject(1, java.util.UUID.class)))
                .single();
    }

    private byte[] credential() {
        String id = device.keys().get(0).getAsJsonObject().get("credentialId").getAsString();
        return java.util.Base64.getDecoder().decode(id);
    }

    CurrentPerson current(JdbcClient jdbc) {
        return new CurrentPerson(new Province("IR-08"), id(jdbc), citizen.fullName());
    }

    /** The options of a fresh challenge at the door, asked for by this browser's session. */
    String challenge() {
        APIResponse answer = post("/sign-in/passkey/challenges", Map.of());
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + answer.text());
        }
        return answer.text();
    }

    APIResponse post(String path, Map<String, String> fields) {
        FormData form = FormData.create().set("_csrf", token());
        fields.forEach(form::set);
        return page.request()
                .post(home + path, RequestOptions.create().setForm(form).setMaxRedirects(0));
    }

    private String token() {
        Matcher token = TOKEN.matcher(page.request().get(home + "/sign-in").text());
        if (!token.find()) {
            throw new AssertionError("No form at the door");
        }
        return token.group(1);
    }

    /** On the page that stands there, or on the sign-in page if that is not of a web at all. */
    String sign(String options, Map<String, String> changed) {
        if (!page.url().startsWith("http://localhost")) {
            page.navigate(home + "/sign-in");
        }
        return Device.sign(page, options, changed);
    }

    APIResponse answer(String credential) {
        return post("/sign-in/passkey", Map.of("credential", credential));
    }
}
