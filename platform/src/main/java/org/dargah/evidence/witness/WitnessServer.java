package org.dargah.evidence.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A witness on HTTP, reachable from this machine; a proxy brings others. */
public final class WitnessServer implements AutoCloseable {

    private static final int LONGEST_BODY = 64 << 10;
    private static final int OK = 200;
    private static final int NOT_ALLOWED = 405;
    private static final int BROKEN = 500;
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Witness witness;

    private WitnessServer(Witness witness, int port) throws IOException {
        this.witness = witness;
        this.server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        server.setExecutor(threads);
        server.createContext("/add-checkpoint", this::add);
        server.createContext("/key", this::key);
    }

    /**
     * @param port 0 takes a free one
     */
    public static WitnessServer start(Witness witness, int port) throws IOException {
        var started = new WitnessServer(witness, port);
        started.server.start();
        return started;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void add(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, NOT_ALLOWED, TEXT, "POST only.");
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        try {
            switch (witness.add(new String(body, StandardCharsets.UTF_8))) {
                case Witness.Cosigned(String line) -> answer(exchange, OK, TEXT, line);
                case Witness.Refused(Witness.Reason reason, String text) ->
                        answer(
                                exchange,
                                reason.status(),
                                reason.status() == Witness.Reason.OTHER_SIZE.status() ? SIZE : TEXT,
                                text + "\n");
            }
        } catch (IOException e) {
            // What it saw cannot be kept or read: then it signs nothing.
            answer(exchange, BROKEN, TEXT, "The witness cannot write down what it sees.");
        }
    }

    private void key(HttpExchange exchange) throws IOException {
        answer(exchange, OK, TEXT, witness.key().text() + "\n");
    }

    private static void answer(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
