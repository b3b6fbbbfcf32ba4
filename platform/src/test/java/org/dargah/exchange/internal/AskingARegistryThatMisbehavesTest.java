package org.dargah.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.dargah.exchange.Answer;
import org.dargah.exchange.Failure;
import org.dargah.exchange.Message;
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
        WaterMeter.declare(folder);
    }

    private Declaration declaration() {
        return WaterMeter.read(folder);
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
        var calls = new AtomicInteger();
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
    void oneThatIsBrieflyUnavailableIsAskedAgainUnlessItSaysWhen() {
        var calls = new AtomicInteger();
        assertThat(
                        ask(
                                exchange ->
                                        StandIn.say(
                                                exchange,
                                                calls.incrementAndGet() == 1 ? 503 : 200,
                                                "{\"meter\":{\"owner\":\"نمونه\"}}")))
                .isInstanceOf(Answer.Known.class);
        assertThat(calls).hasValue(2);

        calls.set(0);
        Answer later =
                ask(
                        exchange -> {
                            calls.incrementAndGet();
                            exchange.getResponseHeaders().add("Retry-After", "60");
                            StandIn.say(exchange, 503, "{}");
                        });
        assertThat(failure(later)).isEqualTo(Failure.REGISTRY_ERROR);
        assertThat(calls).hasValue(1);
    }

    @Test
    void anErrorOrARefusalIsNotAskedAgain() {
        for (int status : List.of(500, 502, 400, 429)) {
            try (StandIn registry = new StandIn(StandIn.saying(status, "{}"));
                    Line line = line(registry.url())) {
                line.ask(NAME, NOW);
                assertThat(registry.heard()).as("after %s", status).hasSize(1);
            }
        }
    }

    @Test
    void askingAgainEndsWithTheTimeOfTheQuestionAndWhenItsRegistryRests() throws IOException {
        declareWith("retry: {times: 5, pause: PT0.15S}");
        try (StandIn registry = new StandIn(StandIn.saying(503, "{}"));
                Line line = line(registry.url())) {
            long start = System.nanoTime();
            line.ask(NAME, NOW);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(2));
            int asked = registry.heard().size();
            // Two failures of four let it rest, so there is no third time.
            assertThat(asked).isEqualTo(2);
            assertThat(failure(line.ask(NAME, NOW).answer())).isEqualTo(Failure.RESTING);
            assertThat(registry.heard()).hasSize(asked);
        }
    }

    @Test
    void aMessageIsSentAgainOnlyWhereNothingCameBack() {
        var message = new Message("water/meter@1", "POST", "/meter", null, List.of(), new byte[0]);
        long deadline = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        try (StandIn registry = new StandIn(StandIn.saying(503, "{}"));
                Wire wire = new Wire(declaration().limits())) {
            assertThat(wire.open(message, registry.url(), deadline).isPassing()).isFalse();
            assertThat(wire.open(message, URI.create("http://127.0.0.1:1"), deadline).isPassing())
                    .isTrue();
        }
    }

    @Test
    void askingOneRegistryAgainSlowsNobodyElsesCallers() throws Exception {
        declareWith("retry: {times: 3, pause: PT0.15S}");
        Declaration troubled = declaration();
        try (StandIn failing = new StandIn(StandIn.saying(503, "{}"));
                StandIn well =
                        new StandIn(StandIn.saying(200, "{\"meter\":{\"owner\":\"نمونه\"}}"));
                Line slow = line(failing.url());
                Line quick = line(well.url());
                var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ = askers.submit(() -> slow.ask(NAME, NOW));
            var _ = askers.submit(() -> slow.ask(NAME, NOW));
            while (failing.heard().isEmpty()) {
                Thread.onSpinWait();
            }
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                assertThat(quick.ask(NAME, NOW).answer()).isInstanceOf(Answer.Known.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(troubled.limits().timeout());
        }
    }

    private void declareWith(String retry) throws IOException {
        Path file = folder.resolve("water.yaml");
        Files.writeString(file, Files.readString(file).replaceFirst("(?m)^retry: .*$", retry));
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
}
