package org.dargah.exchange.internal;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dargah.exchange.Answer;
import org.dargah.exchange.Carried;
import org.dargah.exchange.Failure;
import org.dargah.exchange.Message;
import org.dargah.exchange.Question;
import org.jspecify.annotations.Nullable;

/** The way to one registry: its own places, its own circuit breaker, its own connections. */
public final class Line implements AutoCloseable {

    private final Declaration declaration;
    private final @Nullable URI base;
    private final AddressGuard guard;
    private final Semaphore places;
    private final CircuitBreaker breaker;
    private final Tries tries;
    private final Wire wire;

    Line(Declaration declaration, @Nullable URI base, AddressGuard guard) {
        this.declaration = declaration;
        this.base = base;
        this.guard = guard;
        this.places = new Semaphore(declaration.limits().concurrent());
        this.breaker = CircuitBreaker.of(declaration.code(), config(declaration.breaker()));
        this.tries = new Tries(declaration.code(), declaration.again(), breaker);
        this.wire = new Wire(declaration.limits());
    }

    private static CircuitBreakerConfig config(Declaration.Breaker declared) {
        return CircuitBreakerConfig.custom()
                .slidingWindow(
                        declared.calls(),
                        Math.max(1, declared.calls() / 2),
                        SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(declared.failurePercent())
                .waitDurationInOpenState(declared.rest())
                .permittedNumberOfCallsInHalfOpenState(2)
                .build();
    }

    /** Asks what the policy has let through. */
    public Reply ask(Question question, Instant at) {
        if (base == null || !guard.allows(base)) {
            return failed(Failure.NO_ADDRESS);
        }
        if (!places.tryAcquire()) {
            return failed(Failure.BUSY);
        }
        try {
            return askWithin(base, question, at);
        } finally {
            places.release();
        }
    }

    private Reply askWithin(URI to, Question question, Instant at) {
        Operation operation = declaration.answering(question.fields()).orElseThrow();
        Words words = Words.of(operation.request(), to, question);
        long deadline = deadline();
        return tries.of(
                () -> {
                    if (!breaker.tryAcquirePermission()) {
                        return new Tries.Try<>(failed(Failure.RESTING), false, deadline);
                    }
                    long start = System.nanoTime();
                    Wire.Sound sound = wire.send(words, deadline);
                    Reply reply = reply(sound, words, question, at);
                    remember(failure(reply.answer()), System.nanoTime() - start);
                    return new Tries.Try<>(reply, sound.isPassing(), deadline);
                });
    }

    private long deadline() {
        return System.nanoTime() + declaration.limits().timeout().toNanos();
    }

    /** Carries what the policy has let through. */
    public Carried carry(Message message, Passing passing) throws IOException {
        if (base == null || !guard.allows(base)) {
            return passing.failed(Failure.NO_ADDRESS, rest());
        }
        if (!places.tryAcquire()) {
            return passing.failed(Failure.BUSY, rest());
        }
        try {
            return carryWithin(base, message, passing);
        } finally {
            places.release();
        }
    }

    private Carried carryWithin(URI to, Message message, Passing passing) throws IOException {
        long deadline = deadline();
        return switch (tries.of(() -> open(to, message, deadline))) {
            case Wire.Silence(Failure reason) -> passing.failed(reason, rest());
            case Wire.Flowing flowing -> pass(flowing, passing);
        };
    }

    private Tries.Try<Wire.Opened> open(URI to, Message message, long deadline) {
        if (!breaker.tryAcquirePermission()) {
            return new Tries.Try<>(new Wire.Silence(Failure.RESTING), false, deadline);
        }
        long start = System.nanoTime();
        Wire.Opened opened = wire.open(message, to, deadline);
        if (opened instanceof Wire.Silence(Failure reason)) {
            remember(reason, System.nanoTime() - start);
        }
        return new Tries.Try<>(opened, opened.isPassing(), deadline);
    }

    private Carried pass(Wire.Flowing flowing, Passing passing) throws IOException {
        long start = System.nanoTime();
        try {
            return passing.pass(flowing, rest());
        } finally {
            remember(passing.failure(), System.nanoTime() - start);
        }
    }

    private Reply reply(Wire.Sound sound, Words words, Question question, Instant at) {
        return switch (sound) {
            case Wire.Silence(Failure reason) ->
                    new Reply(unreachable(reason, rest()), words.bytes(), new byte[0]);
            case Wire.Heard heard ->
                    new Reply(
                            new Reading(declaration, question, at).of(heard),
                            words.bytes(),
                            heard.body());
        };
    }

    private static @Nullable Failure failure(Answer answer) {
        return answer instanceof Answer.Unreachable silent ? silent.reason() : null;
    }

    private void remember(@Nullable Failure failure, long nanos) {
        if (failure == null) {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, new IllegalStateException(failure.name()));
        }
    }

    private Reply failed(Failure reason) {
        return Reply.of(unreachable(reason, rest()));
    }

    private Answer unreachable(Failure reason, Duration retryAfter) {
        return new Answer.Unreachable(declaration.card(), reason, retryAfter);
    }

    private Duration rest() {
        return declaration.breaker().rest();
    }

    @Override
    public void close() {
        wire.close();
    }
}
