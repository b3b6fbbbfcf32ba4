package org.dargah.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.dargah.postgres.EmbeddedPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One database and one sandbox for all tests, and a client that follows no redirects. */
final class World {
    static final EmbeddedPostgres DATABASE = database();
    private static final String PASSWORD = role();
    static final SandboxConfig CONFIG = SandboxConfig.of(DATABASE.url(), "sandbox", PASSWORD);
    static final Sandbox SANDBOX = sandbox();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private World() {}

    record Reply(int status, String body, HttpResponse<String> raw) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    static Reply post(String path, String json) throws IOException, InterruptedException {
        return send(request(path, "application/json", "POST", json));
    }

    static Reply put(String path, String json) throws IOException, InterruptedException {
        return send(request(path, "application/json", "PUT", json));
    }

    static Reply delete(String path) throws IOException, InterruptedException {
        return send(request(path, "application/json", "DELETE", ""));
    }

    static Reply get(String path) throws IOException, InterruptedException {
        return send(request(path, "application/json", "GET", ""));
    }

    static Reply form(String path, String... pairs) throws IOException, InterruptedException {
        var body = new StringBuilder();
        for (var i = 0; i < pairs.length; i += 2) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return send(request(path, "application/x-www-form-urlencoded", "POST", body.toString()));
    }

    private static HttpRequest request(String path, String type, String method, String body) {
        return HttpRequest.newBuilder(URI.create(SANDBOX.url() + path))
                .timeout(Duration.ofSeconds(2))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static Reply send(HttpRequest request) throws IOException, InterruptedException {
        var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.body(), response);
    }

    private static EmbeddedPostgres database() {
        try {
            var folder = Files.createTempDirectory("dargah-sandbox-test");
            var database = EmbeddedPostgres.start(new EmbeddedPostgres.Settings(folder, 0, false));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database)));
            return database;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String role() {
        try {
            return DATABASE.makeRoleWithSchema("sandbox");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sandbox sandbox() {
        try {
            return Sandbox.start(CONFIG);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(EmbeddedPostgres database) {
        try {
            database.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
