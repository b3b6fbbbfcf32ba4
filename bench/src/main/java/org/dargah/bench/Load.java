package org.dargah.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Ways of asking again and again. */
final class Load {

    private static final long LONGEST = TimeUnit.MINUTES.toMicros(5);

    /** One try, by its number; false when it was refused. */
    interface Try {
        boolean run(long number) throws InterruptedException, SQLException;
    }

    /**
     * What came of it.
     *
     * @param micros how long accepted ones took
     */
    record Outcome(Histogram micros, long accepted, long errors, double seconds) {

        double rate() {
            return accepted / seconds;
        }

        double millis(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1000.0;
        }

        double most() {
            return micros.getMaxValue() / 1000.0;
        }
    }

    private final Histogram micros = new ConcurrentHistogram(LONGEST, 3);
    private final LongAdder accepted = new LongAdder();
    private final LongAdder errors = new LongAdder();

    private Load() {}

    /** So many at once, each asking again as soon as it has its answer, for so long. */
    static Outcome closed(int atOnce, Duration time, Try attempt) throws InterruptedException {
        long until = System.nanoTime() + time.toNanos();
        return new Load().run(atOnce, number -> System.nanoTime() < until, attempt);
    }

    /** The same, for so many tries. */
    static Outcome closed(int atOnce, long tries, Try attempt) throws InterruptedException {
        return new Load().run(atOnce, number -> number < tries, attempt);
    }

    private interface Going {
        boolean on(long number);
    }

    private Outcome run(int atOnce, Going going, Try attempt) throws InterruptedException {
        var numbers = new AtomicLong();
        long start = System.nanoTime();
        try (ExecutorService workers = Executors.newFixedThreadPool(atOnce)) {
            for (int i = 0; i < atOnce; i++) {
                workers.execute(
                        () -> {
                            for (long number = numbers.getAndIncrement();
                                    going.on(number);
                                    number = numbers.getAndIncrement()) {
                                one(attempt, number, System.nanoTime());
                            }
                        });
            }
        }
        return outcome(start);
    }

    /**
     * So many a second, at even distances, whether or not the ones before have their answer. Time
     * counts from when each was due, so that waiting behind a slow one counts too.
     */
    static Outcome open(double aSecond, Duration time, Try attempt) throws InterruptedException {
        return new Load().arrive(aSecond, time, attempt);
    }

    private Outcome arrive(double aSecond, Duration time, Try attempt) throws InterruptedException {
        long start = System.nanoTime();
        long all = Math.round(aSecond * time.toSeconds());
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long i = 0; i < all; i++) {
                long number = i;
                long due = start + Math.round(number * 1e9 / aSecond);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                each.execute(() -> one(attempt, number, due));
            }
        }
        return outcome(start);
    }

    private void one(Try attempt, long number, long due) {
        try {
            if (attempt.run(number)) {
                accepted.increment();
                micros.recordValue(Math.min(LONGEST, Math.max(0, System.nanoTime() - due) / 1000));
            } else {
                errors.increment();
            }
        } catch (SQLException e) {
            errors.increment();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome outcome(long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Outcome(micros, accepted.sum(), errors.sum(), seconds);
    }
}
