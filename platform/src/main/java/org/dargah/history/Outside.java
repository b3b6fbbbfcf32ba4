package org.dargah.history;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox, as its README tells loaders to use it. */
final class Outside {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client;
    private final URI sandbox;

    Outside(HttpClient client, URI sandbox) {
        this.client = client;
        this.sandbox = sandbox;
    }

    private record Listing(List<Resident> people, @Nullable Integer next) {}

    /** The crowd from its first serial on; personas are not among them. */
    List<Resident> people(int most) throws IOException, InterruptedException {
        var people = new ArrayList<Resident>();
        Integer next = 0;
        String from = "/people?limit=500";
        while (next != null && people.size() < most) {
            Listing page = JSON.readValue(get(from), Listing.class);
            people.addAll(page.people());
            next = page.next();
            from = "/people?limit=500&after=" + next;
        }
        return people;
    }

    void build(List<Story.Shop> shops) throws IOException, InterruptedException {
        send("POST", "/addresses", JSON.writeValueAsString(shops));
    }

    void travelTo(Instant time) throws IOException, InterruptedException {
        send("PUT", "/clock", JSON.writeValueAsString(Map.of("now", time.toString())));
    }

    void comeHome() throws IOException, InterruptedException {
        send("DELETE", "/clock", "");
    }

    /** Pays at the provider's page; where it sends the payer's browser then. */
    URI pay(String page) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("POST", URI.create(page).getPath() + "/payment", "");
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** The texts on a phone, newest first. */
    List<String> texts(String mobile) throws IOException, InterruptedException {
        JsonNode phone = JSON.readTree(get("/sandbox/phone/" + mobile + ".json"));
        return phone.path("messages").valueStream().map(m -> m.path("text").asString()).toList();
    }

    private String get(String path) throws IOException, InterruptedException {
        return send("GET", path, "").body();
    }

    private HttpResponse<String> send(String method, String path, String json)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(sandbox.resolve(path))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json))
                        .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException("The sandbox answers " + answer.statusCode() + " to " + path);
        }
        return answer;
    }
}
