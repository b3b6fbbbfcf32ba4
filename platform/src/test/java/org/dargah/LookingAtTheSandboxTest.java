package org.dargah;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.json.JsonMapper;

/** The pages of the outside world serve everyone too. */
@DargahTest
@NullMarked
class LookingAtTheSandboxTest {

    @Value("${dargah.sandbox.url}")
    URI sandbox;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void somethingToSee() throws Exception {
        send("PUT", "/control/military", Map.of("fault", "timeout", "latency", 200, "times", 3));
        send(
                "POST",
                "/sms",
                Map.of(
                        "id", "look-1",
                        "mobile", "09139990070",
                        "text", "درخواست «صدور پروانهٔ کسب» ثبت شد. کد رهگیری: KR-7KQ4-M9XT"));
    }

    @AfterEach
    void goodDay() throws Exception {
        send("PUT", "/control/military", Map.of());
    }

    @Test
    void everyPageServesEveryone() throws Exception {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/sandbox/");
        pages.put("phone", "/sandbox/phone/09139990070");
        pages.put("phone-empty", "/sandbox/phone/09139990071");
        pages.put("control", "/sandbox/control");
        pages.put("pay", payment("look-1"));
        String paid = payment("look-2");
        send("POST", paid + "/silent-payment", Map.of());
        pages.put("paid", paid);
        String cancelled = payment("look-3");
        send("POST", cancelled + "/cancellation", Map.of());
        pages.put("cancelled", cancelled);
        pages.put("nothing", "/sandbox/pay/nothing");
        try (Browser browser = new Browser()) {
            Page desktop = browser.desktop();
            Page phone = browser.phone();
            pages.forEach(
                    (name, path) -> {
                        desktop.navigate(sandbox + path);
                        Browser.look(desktop, "sandbox-" + name + "-desktop");
                        phone.navigate(sandbox + path);
                        Browser.look(phone, "sandbox-" + name + "-phone");
                    });
        }
    }

    private String payment(String id) throws Exception {
        String answer =
                send(
                        "POST",
                        "/pay/requests",
                        Map.of(
                                "id",
                                id,
                                "amount",
                                1_200_000,
                                "callback",
                                "/payments/callback",
                                "description",
                                "صدور پروانهٔ کسب، اتاق اصناف شهرستان کرمان"));
        return JsonMapper.shared().readTree(answer).path("redirect").asString();
    }

    private String send(String method, String path, Map<String, Object> body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(sandbox.resolve(path))
                        .method(
                                method,
                                BodyPublishers.ofByteArray(
                                        JsonMapper.shared().writeValueAsBytes(body)))
                        .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
