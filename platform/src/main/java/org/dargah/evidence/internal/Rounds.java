package org.dargah.evidence.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.dargah.evidence.EvidenceSettings;
import org.dargah.evidence.note.SignedNote;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Round after round: a checkpoint of what is new, the witnesses asked, the checkpoint published.
 */
@Component
public final class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** Another program on the same database may have added records, and told nobody here. */
    private static final Duration UNASKED = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long NEVER = Long.MIN_VALUE;
    private static final long HOUR_NANOS = TimeUnit.HOURS.toNanos(1);

    /** Ends after the appender, so that what it wrote last is signed too. */
    private static final int PHASE = Appender.PHASE - 1;

    private final Checkpoints checkpoints;
    private final Witnesses witnesses;
    private final Duration every;
    private final Semaphore news = new Semaphore(0);
    private final AtomicLong unsignedSince = new AtomicLong(NEVER);
    private volatile boolean running;
    private @Nullable Thread thread;
    private long thinnedAt = System.nanoTime();

    public Rounds(
            Checkpoints checkpoints,
            Witnesses witnesses,
            EvidenceSettings settings,
            MeterRegistry meters) {
        this.checkpoints = checkpoints;
        this.witnesses = witnesses;
        this.every = settings.every();
        Gauge.builder("dargah.evidence.unsigned.oldest", this::unsignedSeconds)
                .description("How long the oldest record has waited for its checkpoint")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("dargah.evidence.witnesses.silent", witnesses, Witnesses::silent)
                .description("Witnesses that did not cosign when they were last asked")
                .register(meters);
    }

    private double unsignedSeconds() {
        long since = unsignedSince.get();
        return since == NEVER ? 0 : (System.nanoTime() - since) / 1e9;
    }

    /** There are new records. */
    void wake() {
        unsignedSince.compareAndSet(NEVER, System.nanoTime());
        news.release();
    }

    @Override
    public void start() {
        round();
        running = true;
        thread = Thread.ofPlatform().name("evidence-rounds").start(this::run);
    }

    private void run() {
        try {
            while (running) {
                boolean called = news.tryAcquire(UNASKED.toMillis(), TimeUnit.MILLISECONDS);
                news.drainPermits();
                long began = System.nanoTime();
                round();
                thinOut();
                if (called) {
                    TimeUnit.NANOSECONDS.sleep(every.toNanos() - (System.nanoTime() - began));
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the rounds", e);
        }
        round();
    }

    private void round() {
        long since = unsignedSince.get();
        try {
            Optional<SignedNote> fresh = checkpoints.advance();
            if (fresh.isPresent()) {
                checkpoints.publish(witnesses.cosigned(fresh.get(), checkpoints.tiles()));
            } else {
                checkpoints.published().ifPresent(this::askAgain);
            }
            unsignedSince.compareAndSet(since, NEVER);
        } catch (RuntimeException e) {
            LOG.error("No checkpoint of the evidence could be made; the next round tries again", e);
        }
    }

    /**
     * A witness may have been silent, or be new, when the last checkpoint of a quiet log was made.
     */
    private void askAgain(SignedNote note) {
        if (witnesses.someLack(note)) {
            SignedNote cosigned = witnesses.cosigned(note, checkpoints.tiles());
            if (!cosigned.equals(note)) {
                checkpoints.publish(cosigned);
            }
        }
    }

    private void thinOut() {
        if (System.nanoTime() - thinnedAt > HOUR_NANOS) {
            thinnedAt = System.nanoTime();
            checkpoints.thinOut();
        }
    }

    @Override
    public void stop() {
        Thread last = thread;
        running = false;
        if (last == null) {
            return;
        }
        wake();
        try {
            last.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
