package org.dargah.evidence.internal;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dargah.evidence.Evident;
import org.dargah.evidence.Left;
import org.dargah.evidence.NotKept;
import org.dargah.evidence.Place;
import org.dargah.kernel.Province;
import org.dargah.kernel.Uuid7;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Writes what waits in one commit: while one batch reaches the disk, the next gathers. One thread,
 * with a connection of its own, so that those who wait may hold all others.
 */
@Component
public final class Appender implements SmartLifecycle {

    private static final int MOST_WAITING = 10_000;
    private static final int MOST_IN_A_BATCH = 1_000;
    private static final int MOST_BYTES = 8 << 20;
    private static final int LARGEST_RECORD = 64 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration HEARING = Duration.ofMillis(250);

    /** Before everything that leaves evidence, and after all of it has ended. */
    static final int PHASE = -1_000;

    private final BlockingQueue<Waiting<?>> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final LogRows rows;
    private final OwnConnection connection;
    private final Rounds rounds;
    private final Room room;
    private final Tally tally;
    private final Clock clock;
    private final Province province;
    private volatile boolean running;
    private @Nullable Thread thread;

    public Appender(
            LogRows rows,
            OwnConnection connection,
            Rounds rounds,
            Room room,
            MeterRegistry meters,
            Clock clock,
            @Value("${dargah.province}") String province) {
        this.rows = rows;
        this.connection = connection;
        this.rounds = rounds;
        this.room = room;
        this.tally = new Tally(meters, queue);
        this.clock = clock;
        this.province = new Province(province);
    }

    /** Waits until it is durable. */
    public <T> Place append(T thing, Evident<T> kind) {
        byte[] record = kind.record(thing);
        if (record.length > LARGEST_RECORD) {
            throw new IllegalArgumentException("A record has at most 64 KiB");
        }
        var waiting = new Waiting<>(thing, kind, record, Uuid7.next(clock), clock.instant());
        if (!running || !queue.offer(waiting)) {
            throw new NotKept("Evidence is not being taken just now");
        }
        try {
            return waiting.place().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new NotKept(
                    "Evidence could not be written", Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            throw new NotKept("Evidence was not durable in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotKept("Whoever waited for the evidence was interrupted", e);
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("evidence-appender").start(this::run);
    }

    private void run() {
        while (running || !queue.isEmpty()) {
            List<Waiting<?>> batch = gather();
            if (!batch.isEmpty()) {
                append(batch);
                rounds.wake();
            }
        }
        connection.release();
    }

    private List<Waiting<?>> gather() {
        var batch = new ArrayList<Waiting<?>>();
        Waiting<?> next = await();
        int bytes = 0;
        while (next != null) {
            batch.add(next);
            bytes += next.record().length;
            next = batch.size() < MOST_IN_A_BATCH && bytes < MOST_BYTES ? queue.poll() : null;
        }
        return batch;
    }

    /** Not for long, so that an order to stop is heard. */
    private @Nullable Waiting<?> await() {
        try {
            return queue.poll(HEARING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the appender", e);
        }
    }

    private void append(List<Waiting<?>> batch) {
        try {
            if (!room.isThere()) {
                throw new NotKept("The disk is nearly full");
            }
            long first = connection.inTransaction(() -> write(batch));
            tally.kept(batch.size());
            for (int i = 0; i < batch.size(); i++) {
                Waiting<?> one = batch.get(i);
                one.place().complete(new Place(first + i, one.id()));
            }
        } catch (RuntimeException | Error | SQLException e) {
            connection.release();
            boolean all = Failures.concernAll(e);
            if (batch.size() == 1 || all) {
                if (all) {
                    tally.failed(batch.size());
                } else {
                    tally.refused();
                }
                batch.forEach(one -> one.place().completeExceptionally(e));
            } else {
                append(batch.subList(0, batch.size() / 2));
                append(batch.subList(batch.size() / 2, batch.size()));
            }
        }
    }

    private long write(List<Waiting<?>> batch) {
        long first = rows.lock(province);
        rows.insert(province, first, batch);
        Map<Evident<?>, Kept<?>> kinds = new LinkedHashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            addTo(kinds, batch.get(i), first + i);
        }
        kinds.values().forEach(Kept::keep);
        return first;
    }

    @SuppressWarnings("unchecked") // under a kind stand things of that kind, put there here
    private static <T> void addTo(Map<Evident<?>, Kept<?>> kinds, Waiting<T> one, long index) {
        Kept<?> kept =
                kinds.computeIfAbsent(one.kind(), k -> new Kept<>(one.kind(), new ArrayList<>()));
        ((Kept<T>) kept).things().add(one.left(index));
    }

    private record Kept<T>(Evident<T> kind, List<Left<T>> things) {
        void keep() {
            kind.keep(things);
        }
    }

    @Override
    public void stop() {
        Thread last = thread;
        running = false;
        if (last == null) {
            return;
        }
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
