package org.dargah.catalog.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dargah.catalog.EndlessRule;
import org.jspecify.annotations.Nullable;

/**
 * The time that one evaluation of rules may take. Java ends no thread against its will, so whatever
 * goes through lists asks here, again and again, whether to go on. What takes long queues besides:
 * however many such evaluations there are, half of the machine stays free for everybody else.
 */
public final class RuleTime {

    /**
     * Thrown through the rule engine, which catches exceptions and would go on with the next row.
     */
    static final class Over extends Error {

        private static final long serialVersionUID = 1L;

        Over() {
            super("the rules take too long", null, false, false);
        }
    }

    /** Five thousand rows take a tenth of a second; no person waits longer than this for a page. */
    public static final Duration LONGEST = Duration.ofSeconds(5);

    /** What takes longer than this is one of the few. */
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(250);

    /** Results of a loop are kept until it ends: so many fit into any memory. */
    private static final int MOST_RESULTS = 1_000_000;

    /** Long by its own work, and not because the machine had no time for it. */
    private static final int WORK = 20_000;

    private static final int LOOK_EVERY = 64;
    private static final int MOST_WAITING = 4;
    private static final Semaphore LONG =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /** A virtual thread has one of its own, and it is taken away again. */
    private static final ThreadLocal<@Nullable RuleTime> RUNNING = new ThreadLocal<>();

    private final long begun = System.nanoTime();
    private final long allowed;
    private int asked;
    private int results;
    private boolean queued;
    private boolean over;
    private final Deque<String> making = new ArrayDeque<>();
    private @Nullable String last;
    private String stopped = "";

    private RuleTime(Duration allowed) {
        this.allowed = allowed.toNanos();
    }

    /**
     * @throws EndlessRule when the work does not end within the time, or would make too much
     */
    static <T> T within(Duration allowed, Supplier<T> work) {
        var time = new RuleTime(allowed);
        RUNNING.set(time);
        try {
            T result = work.get();
            if (time.over) {
                throw new EndlessRule(time.stopped);
            }
            return result;
        } catch (Over e) {
            throw new EndlessRule(time.stopped);
        } finally {
            RUNNING.remove();
            if (time.queued) {
                LONG.release();
            }
        }
    }

    /** A decision is being made from now on; before it, those that it needs. */
    static void begin(String decision) {
        RuleTime time = RUNNING.get();
        if (time != null) {
            time.making.push(decision);
        }
    }

    static void end() {
        RuleTime time = RUNNING.get();
        if (time != null) {
            time.last = time.making.poll();
        }
    }

    /** Asked by each step of a loop; throws when the time is over. */
    static void check() {
        RuleTime time = RUNNING.get();
        if (time != null && (time.over || ++time.asked % LOOK_EVERY == 0)) {
            time.look();
        }
    }

    /** Asked before each function: one call may be long by itself. */
    static void checkNow() {
        RuleTime time = RUNNING.get();
        if (time != null) {
            time.look();
        }
    }

    /** Asked by each step of a loop that keeps what the step makes. */
    static void checkResult() {
        RuleTime time = RUNNING.get();
        if (time != null && ++time.results > MOST_RESULTS) {
            throw tooMuch();
        }
        check();
    }

    /** What was asked for would be too large to make. */
    static Over tooMuch() {
        RuleTime time = RUNNING.get();
        return time == null ? new Over() : time.stop();
    }

    private void look() {
        if (over) {
            throw stop();
        }
        long left = allowed - (System.nanoTime() - begun);
        boolean isLong = asked > WORK && allowed - left > SHORT;
        boolean goesOn = left > 0 && (queued || !isLong || queue(left));
        if (!goesOn) {
            throw stop();
        }
    }

    private Over stop() {
        if (!over) {
            over = true;
            stopped = making.isEmpty() ? String.valueOf(last) : making.getFirst();
        }
        return new Over();
    }

    /** Few wait: each of them holds what its request holds. */
    private boolean queue(long left) {
        try {
            queued =
                    LONG.getQueueLength() < MOST_WAITING
                            && LONG.tryAcquire(left, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return queued;
    }
}
