package org.dargah.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dargah.sandbox.people.Personas.EXEMPT;
import static org.dargah.sandbox.people.Personas.GRADUATE;
import static org.dargah.sandbox.people.Personas.SHOPKEEPER;
import static org.dargah.sandbox.people.Personas.WITHOUT_DEGREE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dargah.DargahTest;
import org.dargah.exchange.internal.Declaration;
import org.dargah.exchange.internal.Declarations;
import org.dargah.exchange.internal.ExchangeProperties;
import org.dargah.exchange.internal.Lines;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Purpose;
import org.dargah.sandbox.people.Citizen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Each declaration against the sandbox, over HTTP, for everything that its purposes allow. */
@DargahTest
class AskingEveryRegistryTest {

    @Autowired Exchange exchange;
    @Autowired Declarations declarations;

    @Value("${dargah.sandbox.url}")
    URI sandbox;

    @AfterEach
    void heal() throws Exception {
        control("DELETE", "/control", "");
    }

    private void control(String method, String path, String body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(sandbox.resolve(path))
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }

    private Question question(String registry, Citizen citizen, List<String> fields) {
        Map<String, String> keys = new HashMap<>();
        keys.put("nationalId", citizen.nationalId());
        keys.put("mobile", citizen.mobile());
        keys.put("postcode", String.valueOf(citizen.postcode()));
        keys.keySet().retainAll(declaration(registry).keys().keySet());
        return new Question(registry, keys, fields);
    }

    private Declaration declaration(String registry) {
        return declarations.find(registry).orElseThrow();
    }

    private Answer ask(String registry, Citizen citizen, String purpose, List<String> fields) {
        Actor officer = new Actor(Actor.Kind.OFFICER, "officer-1", "کارشناس");
        Caller caller =
                new Caller(
                        new AgencyCode("asnaf"),
                        officer,
                        Channel.PORTAL,
                        new Purpose(purpose),
                        null,
                        null);
        return exchange.ask(question(registry, citizen, fields), caller, (PersonId) null);
    }

    @Test
    void everyFieldOfEveryPurposeCanBeRead() {
        List<Declaration> ofTheSandbox =
                declarations.all().stream().filter(it -> it.url() == null).toList();
        assertThat(ofTheSandbox).hasSize(7);
        for (Declaration declaration : ofTheSandbox) {
            declaration
                    .purposes()
                    .forEach(
                            (purpose, fields) ->
                                    assertThat(ask(declaration.code(), EXEMPT, purpose, fields))
                                            .as("%s for %s", declaration.code(), purpose)
                                            .isInstanceOf(
                                                    asksConsent(purpose)
                                                            ? Answer.Refused.class
                                                            : Answer.Known.class));
        }
    }

    /** People consent to organisations, and these are Dargah's own questions. */
    private boolean asksConsent(String purpose) {
        return declarations
                .purpose(new Purpose(purpose))
                .filter(PurposeText::asksConsent)
                .isPresent();
    }

    @Test
    void registriesTellWhatTheyKnow() {
        assertThat(
                        fields(
                                ask(
                                        "military/service@1",
                                        EXEMPT,
                                        "case-review",
                                        List.of("status", "exemption"))))
                .containsEntry("status", "exempt")
                .containsEntry("exemption", "medical");
        assertThat(
                        fields(
                                ask(
                                        "military/service@1",
                                        GRADUATE,
                                        "case-review",
                                        List.of("status", "since"))))
                .containsExactlyEntriesOf(Map.of("status", "not-subject"));
        assertThat(
                        fields(
                                ask(
                                        "degrees/latest@1",
                                        GRADUATE,
                                        "application",
                                        List.of("level", "year"))))
                .containsEntry("level", "master")
                .containsEntry("year", "1399");
        assertThat(fields(ask("post/address@1", SHOPKEEPER, "application", List.of("usage"))))
                .containsEntry("usage", "commercial");
        assertThat(ask("degrees/latest@1", WITHOUT_DEGREE, "application", List.of("level")))
                .isInstanceOf(Answer.NotFound.class);
    }

    private static Map<String, String> fields(Answer answer) {
        return answer instanceof Answer.Known known ? known.fields() : Map.of();
    }

    /** With lines of its own, so that the program's circuit breakers stay as they are. */
    @Test
    void aRegistryThatHangsHoldsUpNobodyElse() throws Exception {
        control("PUT", "/control/degrees", "{\"fault\":\"timeout\"}");
        try (Lines lines = new Lines(new ExchangeProperties(Map.of(), List.of()), sandbox);
                var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var hanging = new ArrayList<Future<Answer>>();
            for (int i = 0; i < 10; i++) {
                hanging.add(askers.submit(() -> askFor(lines, "degrees/latest@1", "level")));
            }
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                assertThat(askFor(lines, "civil/person@1", "firstName"))
                        .isInstanceOf(Answer.Known.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(3));
            for (Future<Answer> answer : hanging) {
                assertThat(failure(answer.get())).isEqualTo(Failure.TOO_SLOW);
            }
            assertThat(failure(askFor(lines, "degrees/latest@1", "level")))
                    .isEqualTo(Failure.RESTING);
        }
    }

    private Answer askFor(Lines lines, String registry, String field) {
        return lines.of(declaration(registry))
                .ask(question(registry, SHOPKEEPER, List.of(field)), Instant.EPOCH)
                .answer();
    }

    private static @Nullable Failure failure(Answer answer) {
        return answer instanceof Answer.Unreachable silent ? silent.reason() : null;
    }
}
