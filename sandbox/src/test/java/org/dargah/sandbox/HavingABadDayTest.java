package org.dargah.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HavingABadDayTest {
    private static final String ADDRESS = "{\"postcode\": \"7616611301\"}";

    @AfterEach
    void goodDayAgain() throws Exception {
        World.delete("/control");
    }

    @Test
    void aRegistryBreaksAsSet() throws Exception {
        World.put("/control/post", "{\"fault\": \"error\"}");
        assertThat(World.post("/post/address", ADDRESS).status()).isEqualTo(500);

        World.put("/control/post", "{\"fault\": \"garbage\"}");
        var garbage = World.post("/post/address", ADDRESS);
        assertThat(garbage.status()).isEqualTo(200);
        assertThatThrownBy(garbage::json).isInstanceOf(RuntimeException.class);

        World.put("/control/post", "{\"fault\": \"drop\"}");
        assertThatThrownBy(() -> World.post("/post/address", ADDRESS))
                .isInstanceOf(IOException.class);

        World.put("/control/post", "{\"fault\": \"timeout\"}");
        assertThatThrownBy(() -> World.post("/post/address", ADDRESS))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void onlyThatOneBreaks() throws Exception {
        World.put("/control/civil", "{\"fault\": \"error\"}");

        assertThat(World.post("/post/address", ADDRESS).status()).isEqualTo(200);
    }

    @Test
    void itRecoversAfterTheNumberOfFaultsThatWasSet() throws Exception {
        World.put("/control/post", "{\"fault\": \"error\", \"times\": 2}");

        assertThat(World.post("/post/address", ADDRESS).status()).isEqualTo(500);
        assertThat(World.post("/post/address", ADDRESS).status()).isEqualTo(500);
        assertThat(World.post("/post/address", ADDRESS).status()).isEqualTo(200);
    }

    @Test
    void aSlowRegistryTakesItsTime() throws Exception {
        World.put("/control/post", "{\"latency\": 200, \"jitter\": 10}");

        var start = System.nanoTime();
        assertThat(World.post("/post/address", ADDRESS).status()).isEqualTo(200);

        assertThat((System.nanoTime() - start) / 1_000_000).isBetween(200L, 1500L);
        assertThat(World.get("/control").json().get("post").get("latency").asInt()).isEqualTo(200);
    }

    @Test
    void thePageSetsTheSameSwitches() throws Exception {
        var saved =
                World.form("/sandbox/control/sms", "latency", "۵۰", "fault", "drop", "times", "3");

        assertThat(saved.status()).isEqualTo(303);
        var sms = World.get("/control/sms").json();
        assertThat(sms.get("latency").asInt()).isEqualTo(50);
        assertThat(sms.get("fault").asString()).isEqualTo("drop");
        assertThat(sms.get("times").asInt()).isEqualTo(3);
        assertThat(World.get("/sandbox/control").body()).contains("دگرگون");
        assertThat(World.form("/sandbox/control").status()).isEqualTo(303);
        assertThat(World.get("/control/sms").json().get("fault").asString()).isEqualTo("none");
    }

    @Test
    void whatCannotBeSetIsRefused() throws Exception {
        assertThat(World.form("/sandbox/control/sms", "latency", "-1").status()).isEqualTo(422);
        assertThat(World.put("/control/sms", "{\"fault\": \"flood\"}").status()).isEqualTo(400);
        assertThat(World.put("/control/nothing", "{}").status()).isEqualTo(404);
    }
}
