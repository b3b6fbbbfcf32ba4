package org.dargah;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.dargah.exchange.internal.StandIn;
import org.jspecify.annotations.NullMarked;

/**
 * Three registries that nobody programmed for: a library, a cadastre and a museum, added to those
 * of the province by their declarations alone.
 */
@NullMarked
public final class Newcomers {

    /** A plan has ten megabytes. */
    public static final int PLAN_BYTES = 10 * 1024 * 1024;

    /** The second half of a plan is drawn only when somebody lets it. */
    public static final Semaphore SECOND_HALF = new Semaphore(0);

    private static final StandIn STAND_IN = new StandIn(Newcomers::answer);

    private Newcomers() {}

    /** A folder with the province's declarations and those of the three. */
    static Path beside(Path registries, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(registries)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        for (String name :
                List.of(
                        "library-member.yaml",
                        "cadastre-plan.yaml",
                        "museum-member.yaml",
                        "museum.openapi.yaml")) {
            try (InputStream declaration =
                    Newcomers.class.getResourceAsStream("/registries/" + name)) {
                String text =
                        new String(
                                Objects.requireNonNull(declaration).readAllBytes(),
                                StandardCharsets.UTF_8);
                Files.writeString(
                        folder.resolve(name), text.replace("STAND-IN", STAND_IN.url().toString()));
            }
        }
        return folder;
    }

    /** Of the requests that came with one. */
    public static final List<String> TRACES = new CopyOnWriteArrayList<>();

    private static void answer(HttpExchange exchange) {
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("traceparent"))
                .ifPresent(TRACES::add);
        String address = exchange.getRequestURI().toString();
        if (address.startsWith("/library/member?nid=")) {
            StandIn.say(exchange, 200, "{\"card\":{\"number\":\"K-7\"},\"books\":2,\"fine\":900}");
        } else if (address.matches("/members/999\\d{7}")) {
            StandIn.say(
                    exchange, 200, "{\"card\":{\"number\":\"M-3\"},\"since\":\"1400\",\"debt\":5}");
        } else if (address.equals("/visits/latest")) {
            StandIn.say(
                    exchange,
                    200,
                    "{\"visits\":[{\"on\":\"2026-10-01\",\"hall\":\"مفرغ\"},{\"on\":\"2026-01-01\"}]}");
        } else if (address.equals("/cadastre/plan")) {
            draw(exchange);
        } else {
            StandIn.say(exchange, 400, "{}");
        }
    }

    private static void draw(HttpExchange exchange) {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
            exchange.sendResponseHeaders(200, PLAN_BYTES);
            OutputStream body = exchange.getResponseBody();
            body.write(new byte[PLAN_BYTES / 2]);
            body.flush();
            SECOND_HALF.acquireUninterruptibly();
            body.write(new byte[PLAN_BYTES / 2]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
