package org.dargah.exchange.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.dargah.exchange.Answer;
import org.dargah.exchange.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What registries said a moment ago, as far as their declarations let it be kept: in memory alone,
 * so many answers, so long, and found only by a keyed hash of the question.
 */
@Component
public final class KeptAnswers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Cache<String, Kept>> byRegistry = new ConcurrentHashMap<>();
    private final EvidenceKey key;
    private final Clock clock;

    KeptAnswers(EvidenceKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** An answer with the keyed hashes of the words by which it came. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    private record Kept(Answer.Known answer, byte[] sent, byte[] received) {}

    /** What was answered to the same question, if that may still be told. */
    public Optional<Reply> find(Declaration declaration, Question question, Instant at) {
        Caching rule = rule(declaration, question);
        Kept kept =
                rule == null
                        ? null
                        : of(declaration, rule).getIfPresent(hash(question, declaration));
        if (kept == null || rule == null) {
            return Optional.empty();
        }
        Duration age = Duration.between(kept.answer().at(), at);
        // A clock that was set back would make an answer older than it looks.
        return age.isNegative() || age.compareTo(rule.time()) >= 0
                ? Optional.empty()
                : Optional.of(Reply.kept(kept.answer().aged(age), kept.sent(), kept.received()));
    }

    /** Keeps an answer if its declaration allows that, and gives it back. */
    public Reply keep(Declaration declaration, Question question, Reply reply) {
        Caching rule = rule(declaration, question);
        if (rule != null && reply.answer() instanceof Answer.Known known) {
            of(declaration, rule)
                    .put(
                            hash(question, declaration),
                            new Kept(known, key.hash(reply.sent()), key.hash(reply.received())));
        }
        return reply;
    }

    /** Only a question all of whose fields may be kept is looked for. */
    private static @Nullable Caching rule(Declaration declaration, Question question) {
        Caching rule = declaration.caching();
        return rule != null && rule.fields().containsAll(question.fields()) ? rule : null;
    }

    private Cache<String, Kept> of(Declaration declaration, Caching rule) {
        return byRegistry.computeIfAbsent(
                declaration.code(),
                code ->
                        Caffeine.newBuilder()
                                .maximumSize(rule.size())
                                .expireAfterWrite(rule.time())
                                .ticker(() -> nanos(clock.instant()))
                                .scheduler(Scheduler.systemScheduler())
                                .build());
    }

    private static long nanos(Instant at) {
        return TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
    }

    private String hash(Question question, Declaration declaration) {
        Map<String, String> keys = new TreeMap<>();
        declaration
                .keys()
                .forEach(
                        (name, form) ->
                                form.type()
                                        .read(question.keys().getOrDefault(name, ""))
                                        .ifPresent(value -> keys.put(name, value)));
        byte[] asked =
                JSON.writeValueAsBytes(
                        List.of(
                                "kept",
                                question.registry(),
                                keys,
                                question.fields().stream().sorted().distinct().toList()));
        return HexFormat.of().formatHex(key.hash(asked));
    }
}
