package org.dargah.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dargah.exchange.Failure;
import org.dargah.exchange.Message;
import org.jspecify.annotations.Nullable;

/** HTTP with limits: no redirects, no proxy, so many bytes, so many seconds to the last of them. */
final class Wire implements AutoCloseable {

    /** What came over the wire. */
    sealed interface Sound permits Heard, Silence {

        /** True when the same may end better in a moment. */
        boolean isPassing();
    }

    /** What came of a message that is carried. */
    sealed interface Opened permits Flowing, Silence {

        /** True when the same may end better in a moment. */
        boolean isPassing();
    }

    /** An answer whose body still flows; whoever has it closes it. */
    record Flowing(int status, Map<String, List<String>> headers, Limited body) implements Opened {

        /** It is the registry's own answer, to be carried as it is. */
        @Override
        public boolean isPassing() {
            return false;
        }
    }

    /** An answer, of whatever status. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Heard(int status, byte[] body, @Nullable String retryAfter) implements Sound {

        /** A registry that says when to come again is not asked before. */
        @Override
        public boolean isPassing() {
            return status == 503 && retryAfter == null;
        }
    }

    /** No answer. */
    record Silence(Failure reason) implements Sound, Opened {

        @Override
        public boolean isPassing() {
            return reason == Failure.NO_CONNECTION;
        }
    }

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final Declaration.Limits limits;
    private final HttpClient client;

    Wire(Declaration.Limits limits) {
        this.limits = limits;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(CONNECT)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    Sound send(Words words, long deadline) {
        long left = Math.max(1, deadline - System.nanoTime());
        HttpRequest request = words.request().timeout(Duration.ofNanos(left)).build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.bytes()));
        try {
            // The request's own timeout ends with the headers; a body may drip for ever.
            return heard(answer.get(left, TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Silence(Failure.TOO_SLOW);
        } catch (ExecutionException e) {
            return new Silence(failure(e.getCause()));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Silence(Failure.NO_CONNECTION);
        }
    }

    /**
     * Sends a message as it is. The answer's body is still to come, within the same limits of bytes
     * and time.
     */
    Opened open(Message message, URI base, long deadline) {
        long left = Math.max(1, deadline - System.nanoTime());
        HttpRequest request = request(message, base).timeout(Duration.ofNanos(left)).build();
        try {
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            return new Flowing(
                    answer.statusCode(),
                    answer.headers().map(),
                    new Limited(answer.body(), limits.bytes(), deadline));
        } catch (IOException e) {
            return new Silence(failure(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Silence(Failure.NO_CONNECTION);
        }
    }

    private static HttpRequest.Builder request(Message message, URI base) {
        String query = message.query() == null ? "" : "?" + message.query();
        String address = base.toString().replaceFirst("/+$", "") + message.path() + query;
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(address))
                        .method(
                                message.method(),
                                message.body().length == 0
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(message.body()));
        message.headers().forEach(header -> builder.header(header.getKey(), header.getValue()));
        return builder;
    }

    private static Heard heard(HttpResponse<byte[]> response) {
        return new Heard(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Retry-After").orElse(null));
    }

    static Failure failure(@Nullable Throwable cause) {
        return switch (cause) {
            case Limited.Exceeded e -> e.reason();
            case HttpConnectTimeoutException e -> Failure.NO_CONNECTION;
            case HttpTimeoutException e -> Failure.TOO_SLOW;
            case ConnectException e -> Failure.NO_CONNECTION;
            // The words by which the JDK's limiting subscriber ends a body; there is no type.
            case IOException e
                    when e.getMessage() != null && e.getMessage().startsWith("body exceeds") ->
                    Failure.TOO_LARGE;
            case null, default -> Failure.NO_CONNECTION;
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
