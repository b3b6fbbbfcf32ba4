package org.dargah.exchange.internal;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dargah.exchange.Answer;
import org.dargah.exchange.Failure;
import org.dargah.exchange.Question;
import org.jspecify.annotations.Nullable;

/** The way to one registry: its own places, its own circuit breaker, its own connections. */
public final class Line implements AutoCloseable {

    private final Declaration declaration;
    private final @Nullable URI base;
    private final AddressGuard guard;
    private final Semaphore places;
    private final CircuitBreaker breaker;
    private final Wire wire;

    Line(Declaration declaration, @Nullable URI base, AddressGuard guard) {
        this.declaration = declaration;
        this.base = base;
        this.guard = guard;
        this.places = new Semaphore(declaration.limits().concurrent());
        this.breaker = CircuitBreaker.of(declaration.code(), config(declaration.breaker()));
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
        if (!breaker.tryAcquirePermission()) {
            return failed(Failure.RESTING);
        }
        long start = System.nanoTime();
        Reply reply = say(Words.of(declaration.request(), to, question), question, at);
        remember(reply.answer(), System.nanoTime() - start);
        return reply;
    }

    private Reply say(Words words, Question question, Instant at) {
        return switch (wire.send(words)) {
            case Wire.Silence(Failure reason) ->
                    new Reply(unreachable(reason, rest()), words.bytes(), new byte[0]);
            case Wire.Heard heard ->
                    new Reply(
                            new Reading(declaration, question, at).of(heard),
                            words.bytes(),
                            heard.body());
        };
    }

    private void remember(Answer answer, long nanos) {
        if (answer instanceof Answer.Unreachable(var registry, var reason, var after)) {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, new IllegalStateException(reason.name()));
        } else {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
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
