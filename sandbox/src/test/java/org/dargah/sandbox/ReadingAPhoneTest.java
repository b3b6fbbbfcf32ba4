package org.dargah.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingAPhoneTest {

    @Test
    void theSameIdIsOneText() throws Exception {
        for (var i = 0; i < 3; i++) {
            var reply = send("once", "09139990001", "رمز یک‌بارمصرف: 123456");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().get("accepted").asBoolean()).isTrue();
        }

        var messages = World.get("/sandbox/phone/09139990001.json").json().get("messages");
        assertThat(messages.size()).isEqualTo(1);
        assertThat(messages.get(0).get("text").asString()).isEqualTo("رمز یک‌بارمصرف: 123456");
    }

    @Test
    void theNewestTextIsFirstOnThePage() throws Exception {
        send("a", "09139990002", "پیام نخست");
        send("b", "09139990002", "پیام دوم");

        var page = World.get("/sandbox/phone/09139990002");
        assertThat(page.body().indexOf("پیام دوم")).isLessThan(page.body().indexOf("پیام نخست"));
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
    }

    @Test
    void aTextCannotBringMarkup() throws Exception {
        send("x", "09139990003", "<script>alert(1)</script> http://localhost/a?b=1\"onx=");

        var page = World.get("/sandbox/phone/09139990003").body();
        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script", "\"onx");
        assertThat(page).contains("href=\"http://localhost/a?b=1\"");
    }

    @Test
    void aTrackingCodeStaysWhole() throws Exception {
        send("t", "09139990004", "کد رهگیری: KR-7KQ4-M9XT");

        assertThat(World.get("/sandbox/phone/09139990004").body())
                .contains("<bdi dir=\"ltr\" class=\"code\">KR-7KQ4-M9XT</bdi>");
    }

    @Test
    void aPhoneWithoutTextsSaysSo() throws Exception {
        assertThat(World.get("/sandbox/phone/09139990009").body()).contains("هنوز پیامکی");
        assertThat(World.get("/sandbox/phone/12").status()).isEqualTo(404);
    }

    @Test
    void aTextHasTheTimeOfThisWorldWhichMayBeAnother() throws Exception {
        World.put("/clock", "{\"now\": \"2026-04-04T08:00:00Z\"}");
        send("then", "09139990005", "در بهار");
        World.delete("/clock");
        send("now", "09139990005", "امروز");

        var texts = World.get("/sandbox/phone/09139990005.json").json().get("messages");
        assertThat(texts.get(1).get("at").asString()).startsWith("2026-04-04T08:00");
        assertThat(texts.get(0).get("text").asString()).isEqualTo("امروز");
        assertThat(World.put("/clock", "{}").status()).isEqualTo(400);
    }

    private static World.Reply send(String id, String mobile, String text) throws Exception {
        return World.post(
                "/sms",
                "{\"id\": \"%s\", \"mobile\": \"%s\", \"text\": \"%s\"}"
                        .formatted(id, mobile, text.replace("\"", "\\\"")));
    }
}
