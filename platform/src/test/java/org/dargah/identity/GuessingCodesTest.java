package org.dargah.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.dargah.DargahTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Codes of cases and documents cannot be tried one after another. */
@DargahTest
class GuessingCodesTest {

    private static final int LIMIT = 30;

    @LocalServerPort int port;

    @Test
    void afterThirtyWrongCodesAnAddressWaitsAndOthersDoNot() throws Exception {
        for (int i = 0; i < LIMIT; i++) {
            String path =
                    switch (i % 3) {
                        case 0 -> "/track/KR-2222-2222";
                        case 1 -> "/track?code=KR-1";
                        default -> "/verify/nothing" + i;
                    };
            assertThat(ask(path, "203.0.113.7").statusCode()).isIn(404, 422);
        }
        awaitSlowness();
        HttpResponse<String> slowed = ask("/track/KR-2222-2222", "203.0.113.7");
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.body()).contains("کمی صبر کنید");
        assertThat(Long.parseLong(slowed.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(0L, 900L);
        assertThat(ask("/verify", "203.0.113.7").statusCode()).isEqualTo(429);
        assertThat(ask("/", "203.0.113.7").statusCode()).isEqualTo(200);

        assertThat(ask("/track", "203.0.113.8").statusCode()).isEqualTo(200);
        assertThat(ask("/track", "192.0.2.9, 203.0.113.7").statusCode())
                .as("another address written in front helps nobody")
                .isEqualTo(429);
    }

    /** A page may be read a moment before it is counted, and a new window may begin just now. */
    private void awaitSlowness() throws Exception {
        for (int i = 0;
                i <= LIMIT && ask("/track/KR-2222-2222", "203.0.113.7").statusCode() != 429;
                i++) {}
    }

    @Test
    void rightCodesAndPagesAreNotCounted() {
        assertThat(IntStream.range(0, LIMIT + 5).mapToObj(i -> status("/track"))).containsOnly(200);
    }

    private int status(String path) {
        try {
            return ask(path, "203.0.113.20").statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> ask(String path, String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("X-Forwarded-For", address)
                                .header("Accept", "text/html")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
