package org.dargah.history;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API, as any client of it uses it. */
final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int UNAUTHORIZED = 401;

    /** What is asked for has been done before, by this history when it was interrupted. */
    private static final int CONFLICT = 409;

    private final HttpClient client;
    private final URI home;
    private final String credentials;
    private volatile String token = "";

    /**
     * @param id and secret as they stand in the data folder
     */
    Api(HttpClient client, URI home, String id, String secret) {
        this.client = client;
        this.home = home;
        this.credentials =
                Base64.getEncoder()
                        .encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    /** What became of handing in: its code, and where to pay if a fee is due. */
    record Applied(String code, Optional<String> payAt) {}

    Applied apply(Story story) throws IOException, InterruptedException, Stuck {
        Resident who = story.applicant();
        var application =
                Map.of(
                        "service", story.service(),
                        "applicant",
                                Map.of(
                                        "nationalId", who.nationalId(),
                                        "birthDate", who.birthDate().toString(),
                                        "mobile", who.mobile()),
                        "answers", answers(story));
        JsonNode answer =
                send(
                        HttpRequest.newBuilder(home.resolve("/api/v1/cases"))
                                .header("Idempotency-Key", story.key())
                                .header("Content-Type", "application/json")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                JSON.writeValueAsString(application))));
        return new Applied(
                answer.path("trackingCode").asString(),
                Optional.ofNullable(answer.path("payment").path("url").asString(null)));
    }

    /** Numbers as numbers, the rest as text. */
    private static Map<String, Object> answers(Story story) {
        Map<String, Object> answers = new HashMap<>(story.answers());
        answers.computeIfPresent("area", (name, area) -> Integer.valueOf(area.toString()));
        return answers;
    }

    void correct(String code, String text) throws IOException, InterruptedException, Stuck {
        post(code + "/corrections", Map.of("text", text));
    }

    void withdraw(String code) throws IOException, InterruptedException, Stuck {
        post(code + "/withdrawal", Map.of());
    }

    void rate(String code, int score, String word) throws IOException, InterruptedException, Stuck {
        post(code + "/rating", Map.of("score", score, "word", word));
    }

    private void post(String resource, Map<String, ?> body)
            throws IOException, InterruptedException, Stuck {
        send(
                HttpRequest.newBuilder(home.resolve("/api/v1/cases/" + resource))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** A token lives some minutes, of whichever clock: one that is not taken is asked for anew. */
    private JsonNode send(HttpRequest.Builder request)
            throws IOException, InterruptedException, Stuck {
        HttpResponse<String> answer = sendWith(request, token);
        if (answer.statusCode() == UNAUTHORIZED) {
            token = ask();
            answer = sendWith(request, token);
        }
        if (answer.statusCode() >= 300 && answer.statusCode() != CONFLICT) {
            throw new Stuck(
                    "The API answers " + answer.statusCode() + " to " + answer.uri().getPath());
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private HttpResponse<String> sendWith(HttpRequest.Builder request, String bearer)
            throws IOException, InterruptedException {
        return client.send(
                request.setHeader("Authorization", "Bearer " + bearer).timeout(PATIENCE).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private synchronized String ask() throws IOException, InterruptedException, Stuck {
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(home.resolve("/oauth2/token"))
                                .timeout(PATIENCE)
                                .header("Authorization", "Basic " + credentials)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "grant_type=client_credentials&scope="
                                                        + Visit.encoded("cases.write cases.read")))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new Stuck("The API gives no token, " + answer.statusCode());
        }
        return JSON.readTree(answer.body()).path("access_token").asString();
    }
}
