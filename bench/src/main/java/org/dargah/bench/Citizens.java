package org.dargah.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People of the sandbox's crowd who can apply: alive, with a mobile and a degree. */
final class Citizens {

    private static final int PAGE = 500;

    /** What the API wants to know of one. */
    record Citizen(String nationalId, String birthDate, String mobile) {

        @Override
        public String toString() {
            return "Citizen";
        }
    }

    private Citizens() {}

    static List<Citizen> of(String sandbox, int wanted) throws IOException, InterruptedException {
        var citizens = new ArrayList<Citizen>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String after = "0";
            while (citizens.size() < wanted && !after.equals("null")) {
                URI page = URI.create(sandbox + "people?after=" + after + "&limit=" + PAGE);
                JsonNode answer =
                        JsonMapper.shared()
                                .readTree(
                                        http.send(
                                                        HttpRequest.newBuilder(page).build(),
                                                        HttpResponse.BodyHandlers.ofString())
                                                .body());
                answer.path("people").forEach(person -> add(person, citizens));
                after = answer.path("next").asString("null");
            }
        }
        return citizens.subList(0, Math.min(wanted, citizens.size()));
    }

    private static void add(JsonNode person, List<Citizen> citizens) {
        boolean can = person.path("deathDate").isMissingNode() || person.path("deathDate").isNull();
        if (can && !person.path("mobiles").isEmpty() && person.path("degree").isObject()) {
            citizens.add(
                    new Citizen(
                            person.path("nationalId").asString(),
                            person.path("birthDate").asString(),
                            person.path("mobiles").get(0).asString()));
        }
    }
}
