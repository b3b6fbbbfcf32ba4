package org.dargah;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.dargah.identity.DemoAccounts;
import org.dargah.sandbox.people.Citizen;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program of another body: gets a token and speaks to the API. */
@NullMarked
public final class Program {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Every scope there is. */
    public static final String ALL = "cases.read+cases.write";

    private final HttpClient client;
    private final String home;
    private final @Nullable String token;

    /** Without a token. */
    public Program(int port) {
        this(port, null);
    }

    private Program(int port, @Nullable String token) {
        this(HttpClient.newHttpClient(), "http://127.0.0.1:" + port, token);
    }

    private Program(HttpClient client, String home, @Nullable String token) {
        this.client = client;
        this.home = home;
        this.token = token;
    }

    /** Over TLS, with a certificate or without. */
    public static Program over(SSLContext tls, int port) {
        return new Program(
                HttpClient.newBuilder().sslContext(tls).build(), "https://localhost:" + port, null);
    }

    /** With a token that its own registered key has got. */
    public static Program signing(
            ProgramKey key, String client, String audience, String scope, int port) {
        Reply reply = signed(key.assertion(client, audience), scope, port);
        return new Program(
                port, Objects.requireNonNull(reply.json().get("access_token")).asString());
    }

    /** The answer to asking for a token with a signed assertion (RFC 7523). */
    public static Reply signed(String assertion, String scope, int port) {
        return new Program(port)
                .request(
                        "POST",
                        "/oauth2/token",
                        Map.of("Content-Type", "application/x-www-form-urlencoded"),
                        "grant_type=client_credentials&client_assertion_type="
                                + "urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
                                + "&client_assertion="
                                + assertion
                                + "&scope="
                                + scope);
    }

    /** With a token of the demo's client, for all that it was given. */
    public static Program of(DemoAccounts accounts, int port) {
        return with(accounts.clientId(), accounts.clientSecret(), ALL, port);
    }

    public static Program with(String id, String secret, String scope, int port) {
        Reply reply = token(id, secret, scope, port);
        return new Program(
                port, Objects.requireNonNull(reply.json().get("access_token")).asString());
    }

    public static Program bearing(String token, int port) {
        return new Program(port, token);
    }

    /** The token that it bears. */
    public String token() {
        return Objects.requireNonNull(token);
    }

    /** The answer to asking for a token. */
    public static Reply token(String id, String secret, String scope, int port) {
        String basic =
                Base64.getEncoder()
                        .encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return new Program(port)
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + port + "/oauth2/token"))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "grant_type=client_credentials"
                                                        + (scope.isEmpty()
                                                                ? ""
                                                                : "&scope=" + scope))));
    }

    /** An answer as it came. */
    public record Reply(int status, String body, HttpResponse<?> raw) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String at(String pointer) {
            return json().at(pointer).asString();
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    public Reply post(String path, Object body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** A request of any kind. */
    public Reply request(String method, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request = request(path);
        headers.forEach(request::header);
        return send(
                request.method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Hands in for somebody of the sandbox. */
    public Reply apply(String key, String service, Citizen citizen, Map<String, ?> answers) {
        return submit(
                key,
                Map.of(
                        "service",
                        service,
                        "applicant",
                        Map.of(
                                "nationalId",
                                citizen.nationalId(),
                                "birthDate",
                                citizen.birthDate().toString(),
                                "mobile",
                                citizen.mobiles().isEmpty()
                                        ? "09000000000"
                                        : citizen.mobiles().getFirst()),
                        "answers",
                        answers));
    }

    public Reply submit(String key, Object application) {
        return submitText(key, JSON.writeValueAsString(application));
    }

    public Reply submitText(String key, String text) {
        HttpRequest.Builder request =
                request("/api/v1/cases").header("Content-Type", "application/json");
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(home + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
