package org.dargah.messages.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway that keeps one text an id and answers as it is told, then well. */
final class GatewayOfTests implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Integer> nextStatuses = new ConcurrentLinkedQueue<>();

    GatewayOfTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sms", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sms");
    }

    /** The next requests get these statuses; 0 keeps the message and breaks the connection. */
    void willAnswer(Integer... statuses) {
        nextStatuses.addAll(List.of(statuses));
    }

    List<String> texts() {
        return List.copyOf(kept.values());
    }

    int requests() {
        return asked.size();
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode body = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
        String id = body.path("id").asString();
        asked.add(id);
        Integer told = nextStatuses.poll();
        int status = told == null ? 200 : told;
        if (status == 200 || status == 0) {
            kept.putIfAbsent(id, body.path("text").asString());
        }
        if (status != 0) {
            byte[] answer = "{\"accepted\": true}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
