package org.dargah.exchange.internal;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts a question again where the way to its registry failed and the declaration allows it: within
 * the time of the one question, and not while the registry is left in peace or on trial.
 */
final class Tries {

    private static final double DOUBLING = 2;
    private static final double JITTER = 0.5;

    private final @Nullable Retry retry;
    private final CircuitBreaker breaker;

    Tries(String registry, @Nullable Again again, CircuitBreaker breaker) {
        this.breaker = breaker;
        this.retry = again == null ? null : Retry.of(registry, config(again));
    }

    /**
     * One time.
     *
     * @param isPassing whether the same may end better in a moment
     * @param deadline of the question, by the clock of {@link System#nanoTime}
     */
    record Try<T>(T end, boolean isPassing, long deadline) {

        private long left() {
            return deadline - System.nanoTime();
        }
    }

    private RetryConfig config(Again again) {
        IntervalFunction pauses =
                IntervalFunction.ofExponentialRandomBackoff(again.pause(), DOUBLING, JITTER);
        return RetryConfig.<Try<?>>custom()
                .maxAttempts(1 + again.times())
                .retryOnResult(this::isWorthwhile)
                .retryOnException(bug -> false)
                .intervalBiFunction(
                        (number, ended) -> shorter(pauses.apply(number), ended.get().left()))
                .build();
    }

    private boolean isWorthwhile(Try<?> ended) {
        return ended.isPassing()
                && breaker.getState() == CircuitBreaker.State.CLOSED
                && ended.left() > TimeUnit.MILLISECONDS.toNanos(1);
    }

    /** Half of the time that is left at most: the other half is for the answer. */
    private static long shorter(long pause, long left) {
        return Math.min(pause, TimeUnit.NANOSECONDS.toMillis(left / 2));
    }

    <T> T of(Supplier<Try<T>> once) {
        return retry == null ? once.get().end() : retry.executeSupplier(once).end();
    }
}
