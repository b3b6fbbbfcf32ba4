package org.dargah.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program's API, as a program of another body uses it. */
final class Api implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CREATED = 201;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final Running running;
    private final URI cases;
    private volatile String token = "";

    Api(Running running) {
        this.running = running;
        this.cases = URI.create(running.home() + "api/v1/cases");
    }

    /** A token lives for a quarter of an hour; each phase begins with a fresh one. */
    void signIn() throws IOException, InterruptedException {
        JsonNode client = running.client();
        String pair = client.path("id").asString() + ":" + client.path("secret").asString();
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(running.home() + "oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "grant_type=client_credentials"
                                                + "&scope=cases.read+cases.write"))
                        .build();
        JsonNode answer =
                JsonMapper.shared().readTree(http.send(request, BodyHandlers.ofString()).body());
        token = answer.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new IOException("No token: " + answer);
        }
    }

    /** True when it was accepted. */
    boolean submit(Citizens.Citizen citizen) throws InterruptedException {
        try {
            return http.send(request(citizen), BodyHandlers.ofString()).statusCode() == CREATED;
        } catch (IOException broken) {
            return false;
        }
    }

    private HttpRequest request(Citizens.Citizen citizen) {
        String body =
                """
                {"service":"education/degree-confirmation",\
                "applicant":{"nationalId":"%s","birthDate":"%s","mobile":"%s"},\
                "answers":{"recipient":"study"}}\
                """
                        .formatted(citizen.nationalId(), citizen.birthDate(), citizen.mobile());
        return HttpRequest.newBuilder(cases)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** What the API says to one that is not accepted, to be shown once. */
    String sample(Citizens.Citizen citizen) throws IOException, InterruptedException {
        var answer = http.send(request(citizen), BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    @Override
    public void close() {
        http.close();
    }
}
