package org.dargah;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What an OpenTelemetry collector would get (OTLP over HTTP, protobuf). */
@NullMarked
public final class Collector {

    private static final List<Span> SPANS = new CopyOnWriteArrayList<>();

    private Collector() {}

    /**
     * One span.
     *
     * @param trace in hex, as in {@code traceparent}
     * @param parent the id of the span around it; empty when there is none
     * @param all of it, as text; what is not a part of its own stands there as it came
     */
    public record Span(String trace, String id, String parent, String name, String all) {}

    /** Those of one trace, so far. */
    public static List<Span> trace(String trace) {
        return SPANS.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    /** Gives its address. */
    static String start() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/traces", Collector::take);
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    private static void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = UnknownFieldSet.parseFrom(exchange.getRequestBody());
            within(request, 1)
                    .flatMap(resource -> within(resource, 2))
                    .flatMap(scope -> within(scope, 2))
                    .map(Collector::span)
                    .forEach(SPANS::add);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Stream<UnknownFieldSet> within(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().stream().map(Collector::parse);
    }

    private static UnknownFieldSet parse(ByteString bytes) {
        try {
            return UnknownFieldSet.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the numbers of {@code opentelemetry.proto.trace.v1.Span}. */
    private static Span span(UnknownFieldSet span) {
        return new Span(
                hex(span, 1),
                hex(span, 2),
                hex(span, 4),
                bytes(span, 5).toStringUtf8(),
                span.toString());
    }

    private static String hex(UnknownFieldSet message, int field) {
        return HexFormat.of().formatHex(bytes(message, field).toByteArray());
    }

    private static ByteString bytes(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().stream()
                .findFirst()
                .orElse(ByteString.EMPTY);
    }
}
