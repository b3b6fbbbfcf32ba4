package org.dargah.payments.internal;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP with limits, and a breaker: who does not answer is left alone for a while. */
final class Wire implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 64 * 1024;
    private static final int PATIENT_STATUS = 500;

    private final @Nullable URI base;
    private final Duration timeout;
    private final JsonMapper json = JsonMapper.shared();
    private final CircuitBreaker breaker =
            CircuitBreaker.of(
                    "payments",
                    CircuitBreakerConfig.custom()
                            .slidingWindowSize(10)
                            .minimumNumberOfCalls(5)
                            .waitDurationInOpenState(REST)
                            .permittedNumberOfCallsInHalfOpenState(1)
                            .build());
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(CONNECT)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    /**
     * @param base null where no provider is set: then it is always silent
     */
    Wire(@Nullable URI base, Duration timeout) {
        this.base = base;
        this.timeout = timeout;
    }

    <T> Word<T> post(String path, Map<String, Object> body, Function<JsonNode, T> reading) {
        return ask(path, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)), reading);
    }

    <T> Word<T> get(String path, Function<JsonNode, T> reading) {
        return ask(path, null, reading);
    }

    private <T> Word<T> ask(
            String path, HttpRequest.@Nullable BodyPublisher body, Function<JsonNode, T> reading) {
        if (base == null) {
            return new Word.Silent<>("no provider is set (dargah.payments.url)");
        }
        if (!breaker.tryAcquirePermission()) {
            return new Word.Silent<>("it was silent a moment ago");
        }
        long start = System.nanoTime();
        Word<T> word = send(request(base.resolve(path), body), reading);
        long took = System.nanoTime() - start;
        if (word instanceof Word.Silent<T>(String reason)) {
            breaker.onError(took, TimeUnit.NANOSECONDS, new IOException(reason));
        } else {
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        }
        return word;
    }

    private HttpRequest request(URI address, HttpRequest.@Nullable BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(timeout)
                        .header("Accept", "application/json");
        return body == null
                ? request.GET().build()
                : request.header("Content-Type", "application/json").POST(body).build();
    }

    private <T> Word<T> send(HttpRequest request, Function<JsonNode, T> reading) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            // The request's own timeout ends with the headers; a body may drip for ever.
            return read(answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS), reading);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Word.Silent<>("too slow");
        } catch (ExecutionException e) {
            return new Word.Silent<>(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Word.Silent<>("interrupted");
        }
    }

    private <T> Word<T> read(HttpResponse<byte[]> response, Function<JsonNode, T> reading) {
        int status = response.statusCode();
        try {
            JsonNode body = json.readTree(response.body());
            if (status == 200) {
                return new Word.Said<>(reading.apply(body));
            }
            return status >= 400 && status < PATIENT_STATUS
                    ? new Word.Refused<>(body.path("type").asString("").replace("/problems/", ""))
                    : new Word.Silent<>("status " + status);
        } catch (JacksonException | IllegalArgumentException e) {
            return new Word.Silent<>("unreadable answer, status " + status);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
