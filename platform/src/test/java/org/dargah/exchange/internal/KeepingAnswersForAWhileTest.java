package org.dargah.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.dargah.exchange.Answer;
import org.dargah.exchange.Question;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A registry lets its answers about streets be kept for ten minutes, and those about owners not.
 */
class KeepingAnswersForAWhileTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir Path folder;
    @TempDir Path data;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Clock clock =
            new Clock() {
                @Override
                public Instant instant() {
                    return now.get();
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            };

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
                request: {method: POST, path: /meter, keys: {postcode: {type: postcode}}}
                fields:
                  owner: {from: /owner, fa: مالک, en: Owner, sensitivity: personal}
                  street: {from: /street, fa: خیابان, en: Street, sensitivity: open}
                purposes: {application: [owner, street]}
                limits: {timeout: PT0.4S, bytes: 200, concurrent: 2}
                breaker: {calls: 4, failurePercent: 50, rest: PT0.3S}
                caching: {for: PT10M, fields: [street], most: 3}
                """);
    }

    private Declaration declaration() {
        return new Declarations(folder.toString()).find("water/meter@1").orElseThrow();
    }

    private KeptAnswers kept() {
        return new KeptAnswers(new EvidenceKey(data.toString()), clock);
    }

    private static Question asking(String postcode, String... fields) {
        return new Question("water/meter@1", Map.of("postcode", postcode), List.of(fields));
    }

    private Reply said() {
        return new Reply(
                new Answer.Known(Map.of("street", "نمونه"), now.get(), declaration().card()),
                "asked".getBytes(StandardCharsets.UTF_8),
                "said".getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Reply> found(KeptAnswers kept, Question question) {
        return kept.find(declaration(), question, now.get());
    }

    @Test
    void theSameQuestionIsAnsweredUntilItsTimeIsOver() {
        KeptAnswers kept = kept();
        kept.keep(declaration(), asking("7616611301", "street"), said());

        now.set(START.plusSeconds(599));
        Reply again = found(kept, asking("۷۶۱۶۶-۱۱۳۰۱", "street")).orElseThrow();
        assertThat(again.keptSince()).isEqualTo(START);
        assertThat(again.answer())
                .isEqualTo(
                        new Answer.Known(
                                Map.of("street", "نمونه"),
                                START,
                                declaration().card(),
                                Duration.ofSeconds(599)));
        assertThat(again.received())
                .isEqualTo(
                        new EvidenceKey(data.toString())
                                .hash("said".getBytes(StandardCharsets.UTF_8)));

        now.set(START.plusSeconds(600));
        assertThat(found(kept, asking("7616611301", "street"))).isEmpty();
    }

    @Test
    void aClockThatIsSetBackKeepsNothingLonger() {
        KeptAnswers kept = kept();
        kept.keep(declaration(), asking("7616611301", "street"), said());
        now.set(START.minusSeconds(60));
        assertThat(found(kept, asking("7616611301", "street"))).isEmpty();
    }

    @Test
    void anotherQuestionOrAFieldThatMayNotBeKeptFindsNothing() {
        KeptAnswers kept = kept();
        kept.keep(declaration(), asking("7616611301", "street"), said());
        kept.keep(declaration(), asking("7616611301", "owner"), said());
        kept.keep(declaration(), asking("7616611301", "owner", "street"), said());

        assertThat(found(kept, asking("7616611302", "street"))).isEmpty();
        assertThat(found(kept, asking("7616611301", "owner"))).isEmpty();
        assertThat(found(kept, asking("7616611301", "street", "owner"))).isEmpty();
    }

    @Test
    void onlyWhatTheRegistryKnewIsKept() {
        KeptAnswers kept = kept();
        kept.keep(
                declaration(),
                asking("7616611301", "street"),
                Reply.of(new Answer.NotFound(declaration().card())));
        assertThat(found(kept, asking("7616611301", "street"))).isEmpty();
    }

    @Test
    void soManyAnswersAreKeptAndNoMore() {
        KeptAnswers kept = kept();
        for (int i = 0; i < 100; i++) {
            kept.keep(declaration(), asking("76166113%02d".formatted(i), "street"), said());
        }
        Awaitility.await().untilAsserted(() -> assertThat(held(kept)).isLessThanOrEqualTo(3));
    }

    private long held(KeptAnswers kept) {
        return IntStream.range(0, 100)
                .filter(i -> found(kept, asking("76166113%02d".formatted(i), "street")).isPresent())
                .count();
    }
}
