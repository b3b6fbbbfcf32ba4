package org.dargah.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.dargah.exchange.Answer;
import org.dargah.exchange.Failure;
import org.dargah.exchange.Question;
import org.dargah.exchange.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskingARegistryThatMisbehavesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Question NAME =
            new Question("water/meter@1", Map.of("postcode", "7616611301"), List.of("owner"));

    @TempDir Path folder;

    @BeforeEach
    void declare() throws IOException {
        Files.writeString(
                folder.resolve("purposes.yaml"),
                "purposes: {application: {fa: درخواست, en: Application, basis: قانون}}");
        Files.writeString(
                folder.resolve("water.yaml"),
                """
                registry: water/meter@1
                title: {fa: شرکت آب, en: Water company}
                provider: water
                request: {method: POST, path: /meter, keys: {postcode: {type: postcode, as: zip}}}
                fields:
                  owner: {from: /meter/owner, fa: مالک, en: Owner, sensitivity: personal}
                absent: [/problems/no-meter]
                purposes: {application: [owner]}
                limits: {timeout: PT0.4S, bytes: 200, concurrent: 2}
                breaker: {calls: 4, failurePercent: 50, rest: PT0.3S}
                """);
    }

    private Declaration declaration() {
        return new Declarations(folder.toString()).find("water/meter@1").orElseThrow();
    }

    private Line line(@Nullable URI base) {
        return new Line(declaration(), base, new AddressGuard(List.of("127.0.0.1/32"), null));
    }

    private Answer ask(Consumer<HttpExchange> manner) {
        try (StandIn registry = new StandIn(manner);
                Line line = line(registry.url())) {
            return line.ask(NAME, NOW).answer();
        }
    }

    private static @Nullable Failure failure(Answer answer) {
        return answer instanceof Answer.Unreachable silent ? silent.reason() : null;
    }

    @Test
    void onlyTheAskedFieldComesBackWithPersianLettersAsWeWriteThem() {
        Answer answer =
                ask(StandIn.saying(200, "{\"meter\":{\"owner\":\"علي  كرماني\",\"debt\":5}}"));
        assertThat(answer)
                .isEqualTo(
                        new Answer.Known(Map.of("owner", "علی کرمانی"), NOW, declaration().card()));
        assertThat(answer.toString()).doesNotContain("کرمانی");
    }

    @Test
    void keysGoOutUnderTheRegistrysOwnNames() {
        try (StandIn registry = new StandIn(StandIn.saying(200, "{}"));
                Line line = line(registry.url())) {
            line.ask(
                    new Question(
                            "water/meter@1", Map.of("postcode", "۷۶۱۶۶-۱۱۳۰۱"), List.of("owner")),
                    NOW);
            assertThat(registry.heard()).containsExactly("POST /meter {\"zip\":\"7616611301\"}");
        }
    }

    @Test
    void aDeclaredProblemMeansThatThereIsNoneAndAnyOther404IsAnError() {
        assertThat(ask(StandIn.saying(404, "{\"type\":\"/problems/no-meter\"}")))
                .isInstanceOf(Answer.NotFound.class);
        assertThat(failure(ask(StandIn.saying(404, "<h1>Not found</h1>"))))
                .isEqualTo(Failure.REGISTRY_ERROR);
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "403", "422"})
    void aRegistryMayRefuseUs(int status) {
        assertThat(ask(StandIn.saying(status, "{}")))
                .isEqualTo(new Answer.Refused(Refusal.REFUSED_BY_REGISTRY, "HTTP " + status));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    500 | {}                       | REGISTRY_ERROR
                    200 | {"meter":                | UNREADABLE
                    200 | []                       | UNREADABLE
                    200 | {"meter":{}}             | UNREADABLE
                    200 | {"meter":{"owner":{}}}   | UNREADABLE
                    """)
    void anErrorOrNonsenseIsNoAnswer(int status, String body, Failure expected) {
        assertThat(failure(ask(StandIn.saying(status, body)))).isEqualTo(expected);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (StandIn elsewhere = new StandIn(StandIn.saying(200, "{}"))) {
            Answer answer =
                    ask(
                            exchange -> {
                                exchange.getResponseHeaders()
                                        .add("Location", elsewhere.url().toString());
                                StandIn.say(exchange, 302, "");
                            });
            assertThat(failure(answer)).isEqualTo(Failure.REGISTRY_ERROR);
            assertThat(elsewhere.heard()).isEmpty();
        }
    }

    @Test
    void anEndlessAnswerIsCut() {
        assertThat(failure(ask(StandIn.saying(200, "{\"x\":\"" + "y".repeat(500) + "\"}"))))
                .isEqualTo(Failure.TOO_LARGE);
    }

    @Test
    void aSilentRegistryAndADrippingOneAreBothLeftInTime() {
        assertThat(failure(ask(exchange -> pause(5_000)))).isEqualTo(Failure.TOO_SLOW);
        assertThat(failure(ask(AskingARegistryThatMisbehavesTest::drip)))
                .isEqualTo(Failure.TOO_SLOW);
    }

    private static void drip(HttpExchange exchange) {
        try {
            exchange.sendResponseHeaders(200, 100);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                pause(50);
            }
        } catch (IOException goneAway) {
            exchange.close();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aConnectionThatBreaksIsTriedOnceMore() {
        var calls = new java.util.concurrent.atomic.AtomicInteger();
        Answer answer =
                ask(
                        exchange -> {
                            if (calls.incrementAndGet() == 1) {
                                exchange.close();
                            } else {
                                StandIn.say(exchange, 200, "{\"meter\":{\"owner\":\"نمونه\"}}");
                            }
                        });
        assertThat(answer).isInstanceOf(Answer.Known.class);
        assertThat(calls).hasValue(2);
    }

    @Test
    void aRegistryWithoutAnAddressOrInAForbiddenPlaceIsNotAsked() {
        try (Line nowhere = line(null);
                Line metadata = line(URI.create("http://169.254.169.254"));
                Line inside = line(URI.create("http://10.0.0.1"));
                Line file = line(URI.create("file:///etc/passwd"))) {
            for (Line line : List.of(nowhere, metadata, inside, file)) {
                assertThat(failure(line.ask(NAME, NOW).answer())).isEqualTo(Failure.NO_ADDRESS);
            }
        }
    }

    @Test
    void afterRepeatedFailuresItRestsAndIsThenTriedAgain() {
        try (StandIn registry = new StandIn(StandIn.saying(500, "{}"));
                Line line = line(registry.url())) {
            line.ask(NAME, NOW);
            line.ask(NAME, NOW);
            assertThat(failure(line.ask(NAME, NOW).answer())).isEqualTo(Failure.RESTING);
            assertThat(registry.heard()).hasSize(2);
            pause(400);
            assertThat(failure(line.ask(NAME, NOW).answer())).isEqualTo(Failure.REGISTRY_ERROR);
        }
    }

    @Test
    void moreQuestionsThanItHasPlacesForAreToldAtOnce() throws Exception {
        var arrived = new CountDownLatch(2);
        try (StandIn registry =
                        new StandIn(
                                exchange -> {
                                    arrived.countDown();
                                    pause(300);
                                    StandIn.say(exchange, 200, "{}");
                                });
                Line line = line(registry.url());
                var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ = askers.submit(() -> line.ask(NAME, NOW));
            var _ = askers.submit(() -> line.ask(NAME, NOW));
            arrived.await();
            long start = System.nanoTime();
            assertThat(failure(line.ask(NAME, NOW).answer())).isEqualTo(Failure.BUSY);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofMillis(100));
        }
    }

    @Test
    void aMisspeltDeclarationStopsTheStart() {
        try {
            Path file = folder.resolve("water.yaml");
            Files.writeString(file, Files.readString(file).replace("timeout:", "timout:"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        org.assertj.core.api.Assertions.assertThatThrownBy(this::declaration)
                .hasMessageContaining("water.yaml");
    }
}
