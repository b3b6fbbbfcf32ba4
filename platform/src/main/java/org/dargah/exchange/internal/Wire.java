package org.dargah.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.dargah.exchange.Failure;
import org.dargah.exchange.Message;
import org.jspecify.annotations.Nullable;

/**
 * HTTP with limits: no redirects, no proxy, so many bytes, so many seconds to the last of them.
 * Whoever asks waits on the connection itself, which on a virtual thread costs nothing but memory.
 */
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
    record Flowing(int status, List<Map.Entry<String, String>> headers, Limited body)
            implements Opened {

        /** It is the registry's own answer, to be carried as it is. */
        @Override
        public boolean isPassing() {
            return false;
        }

        /** Of a header that comes once. */
        @Nullable String header(String name) {
            List<String> values =
                    headers.stream()
                            .filter(header -> header.getKey().equalsIgnoreCase(name))
                            .map(Map.Entry::getValue)
                            .toList();
            return values.size() == 1 ? values.getFirst() : null;
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

    private static final Timeout CONNECT = Timeout.ofSeconds(2);

    /** A connection that rested so long is looked at before it is used, and then closed. */
    private static final TimeValue DOUBTFUL = TimeValue.ofMilliseconds(200);

    private static final TimeValue IDLE = TimeValue.ofSeconds(30);

    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_HEADERS = 200;

    /**
     * A registry may drip for ever, and a read that waits for it can only be ended from outside.
     */
    private static final ScheduledThreadPoolExecutor WATCH = watch();

    private final Declaration.Limits limits;
    private final CloseableHttpClient client;
    private final Future<?> sweeping;

    Wire(Declaration.Limits limits) {
        this.limits = limits;
        PoolingHttpClientConnectionManager connections = connections(limits.concurrent());
        this.client =
                HttpClients.custom()
                        .setConnectionManager(connections)
                        .setDefaultRequestConfig(plain())
                        .disableAutomaticRetries()
                        .disableRedirectHandling()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .disableConnectionState()
                        .disableDefaultUserAgent()
                        .build();
        this.sweeping =
                WATCH.scheduleWithFixedDelay(
                        () -> connections.closeIdle(IDLE),
                        IDLE.toSeconds(),
                        IDLE.toSeconds(),
                        TimeUnit.SECONDS);
    }

    private static ScheduledThreadPoolExecutor watch() {
        var watch =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("exchange-watch").factory());
        watch.setRemoveOnCancelPolicy(true);
        return watch;
    }

    /** As many as there are places, so nobody waits for one. The watch alone ends what is slow. */
    private static PoolingHttpClientConnectionManager connections(int most) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder()
                                .http1Config(
                                        Http1Config.custom()
                                                .setMaxLineLength(LONGEST_LINE)
                                                .setMaxHeaderCount(MOST_HEADERS)
                                                .build())
                                .build())
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setValidateAfterInactivity(DOUBTFUL)
                                .build())
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(Timeout.DISABLED).build())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnPerRoute(most)
                .setMaxConnTotal(most)
                .build();
    }

    private static RequestConfig plain() {
        return RequestConfig.custom()
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    Sound send(Words words, long deadline) {
        return switch (open(words.request(), deadline)) {
            case Silence silence -> silence;
            case Flowing flowing -> heard(flowing);
        };
    }

    private static Sound heard(Flowing flowing) {
        try (Limited body = flowing.body()) {
            return new Heard(flowing.status(), body.readAllBytes(), flowing.header("Retry-After"));
        } catch (IOException broken) {
            return new Silence(failure(broken));
        }
    }

    /**
     * Sends a message as it is. The answer's body is still to come, within the same limits of bytes
     * and time.
     */
    Opened open(Message message, URI base, long deadline) {
        return open(request(message, base), deadline);
    }

    private Opened open(HttpUriRequestBase request, long deadline) {
        Future<?> watching =
                WATCH.schedule(request::cancel, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        Spans.tell(request::setHeader);
        try {
            ClassicHttpResponse answer = client.executeOpen(null, request, null);
            return new Flowing(
                    answer.getCode(),
                    headers(answer),
                    new Limited(
                            content(answer),
                            limits.bytes(),
                            deadline,
                            () -> {
                                watching.cancel(false);
                                answer.close();
                            }));
        } catch (IOException broken) {
            watching.cancel(false);
            return new Silence(
                    System.nanoTime() - deadline < 0 ? Failure.NO_CONNECTION : Failure.TOO_SLOW);
        }
    }

    private static HttpUriRequestBase request(Message message, URI base) {
        String query = message.query() == null ? "" : "?" + message.query();
        String address = base.toString().replaceFirst("/+$", "") + message.path() + query;
        var request = new HttpUriRequestBase(message.method(), URI.create(address));
        message.headers().forEach(header -> request.addHeader(header.getKey(), header.getValue()));
        if (message.body().length > 0) {
            request.setEntity(new ByteArrayEntity(message.body(), null));
        }
        return request;
    }

    private static InputStream content(ClassicHttpResponse answer) throws IOException {
        HttpEntity body = answer.getEntity();
        return body == null ? InputStream.nullInputStream() : body.getContent();
    }

    private static List<Map.Entry<String, String>> headers(ClassicHttpResponse answer) {
        return Arrays.stream(answer.getHeaders()).map(Wire::entry).toList();
    }

    private static Map.Entry<String, String> entry(Header header) {
        return Map.entry(header.getName(), header.getValue() == null ? "" : header.getValue());
    }

    /** Why a body ended before its end. */
    static Failure failure(IOException broken) {
        return broken instanceof Limited.Exceeded limit ? limit.reason() : Failure.NO_CONNECTION;
    }

    @Override
    public void close() {
        sweeping.cancel(false);
        client.close(CloseMode.IMMEDIATE);
    }
}
