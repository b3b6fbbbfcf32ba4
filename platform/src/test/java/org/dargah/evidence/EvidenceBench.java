package org.dargah.evidence;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.dargah.evidence.internal.Standalone;
import org.dargah.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How many records a second become durable when 300 wait at once, how long each waits and when its
 * receipt is there, beside the same rows with a commit each. {@code ./dargah bench evidence}.
 */
class EvidenceBench {

    private static final int CALLERS = 300;
    private static final int CONNECTIONS = 16;
    private static final int GOAL = 5_000;
    private static final Duration WARM_UP = Duration.ofSeconds(8);

    private static final byte[] RECORD =
            "{\"who\":\"asnaf\",\"purpose\":\"application\",\"service\":\"civil/person@1\"}"
                    .repeat(9)
                    .getBytes(StandardCharsets.US_ASCII);

    private static final String ROW =
            "insert into public.asked (province, id, leaf_index, agency, purpose, hash)"
                    + " values ('IR-08', ?, ?, 'asnaf', 'application', ?)";

    /** The kind's own row, as a question to a registry leaves one. */
    private record Asked(JdbcTemplate jdbc) implements Evident<Integer> {
        @Override
        public byte[] record(Integer number) {
            return RECORD;
        }

        @Override
        public void keep(List<Left<Integer>> left) {
            jdbc.batchUpdate(
                    ROW,
                    left.stream()
                            .map(
                                    one ->
                                            new Object[] {
                                                one.place().id(),
                                                one.place().index(),
                                                Arrays.copyOf(RECORD, 32)
                                            })
                            .toList());
        }
    }

    private interface Work {
        void once() throws Exception;
    }

    /** Millis of each, sorted, and how long all took. */
    private record Outcome(List<Double> millis, double seconds) {

        double rate() {
            return millis.size() / seconds;
        }

        double at(double share) {
            return millis.get((int) Math.min(millis.size() - 1.0, millis.size() * share));
        }

        String told() {
            return String.format(
                    Locale.ROOT,
                    "%,.0f/s; p50 %.1f, p95 %.1f, p99 %.1f, most %.0f ms",
                    rate(),
                    at(0.5),
                    at(0.95),
                    at(0.99),
                    at(1));
        }
    }

    @Test
    void appendsASecond() throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Duration time = Duration.ofSeconds(Integer.getInteger("seconds", 30));
        Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bench-evidence");
        try (var server = EmbeddedPostgres.start(new EmbeddedPostgres.Settings(data, 0, true));
                var standalone =
                        new Standalone(server.url(), server.user(), server.password(), data)) {
            standalone
                    .jdbc()
                    .execute(
                            "create table public.asked (province text, id uuid, leaf_index bigint,"
                                    + " agency text, purpose text, hash bytea,"
                                    + " primary key (province, id))");
            log(standalone, server, time);
            reference(server, time.dividedBy(3));
        }
    }

    private static void log(Standalone standalone, EmbeddedPostgres server, Duration time)
            throws Exception {
        var asked = new Asked(standalone.jdbc());
        EvidenceLog log = standalone.log();
        run(CALLERS, WARM_UP, Duration.ZERO, () -> log.leave(0, asked));
        loaded(
                "evidence     as fast as " + CALLERS + " callers go",
                log,
                asked,
                server,
                time,
                Duration.ZERO);
        settle(log, asked);
        Duration pace = Duration.ofSeconds(CALLERS).dividedBy(GOAL);
        loaded("             paced to " + GOAL + "/s", log, asked, server, time, pace);
    }

    /** Until the checkpoints have caught up, so that no receipt waits for records of the past. */
    private static void settle(EvidenceLog log, Asked asked) throws InterruptedException {
        long last = log.leave(0, asked).index();
        while (log.receipt(last).isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static void loaded(
            String what,
            EvidenceLog log,
            Asked asked,
            EmbeddedPostgres server,
            Duration time,
            Duration pace)
            throws Exception {
        var receipts = new ConcurrentLinkedQueue<Double>();
        Thread sampler = Thread.ofPlatform().start(() -> sample(log, asked, receipts));
        double programBefore = cpu(ProcessHandle.current());
        double databaseBefore = cpu(server);
        Outcome outcome = run(CALLERS, time, pace, () -> log.leave(0, asked));
        double program = (cpu(ProcessHandle.current()) - programBefore) * 1000;
        double database = (cpu(server) - databaseBefore) * 1000;
        sampler.interrupt();
        sampler.join();
        var receipt = new Outcome(receipts.stream().sorted().toList(), 1);
        tell(what + ", one row each beside: " + outcome.told());
        tell(
                String.format(
                        Locale.ROOT,
                        "             CPU ms for each: program with its callers %.3f, database"
                                + " %.3f; receipt, %d asked: p50 %.0f, p95 %.0f, most %.0f ms after"
                                + " the record was left",
                        program / outcome.millis().size(),
                        database / outcome.millis().size(),
                        receipt.millis().size(),
                        receipt.at(0.5),
                        receipt.at(0.95),
                        receipt.at(1)));
    }

    /** From the call that leaves a record until its receipt can be had. */
    private static void sample(EvidenceLog log, Asked asked, ConcurrentLinkedQueue<Double> waited) {
        try {
            while (!Thread.interrupted()) {
                long start = System.nanoTime();
                long index = log.leave(0, asked).index();
                while (log.receipt(index).isEmpty()) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                waited.add((System.nanoTime() - start) / 1e6);
            }
        } catch (InterruptedException | NotKept e) {
            // The load has ended.
        }
    }

    /** The same rows without a log, as they would be written: each in a commit of its own. */
    private static void reference(EmbeddedPostgres server, Duration time) throws Exception {
        var writer = ThreadLocal.withInitial(() -> new Alone(server));
        Outcome outcome = run(CONNECTIONS, time, Duration.ZERO, () -> writer.get().write());
        tell(
                "reference    the same rows, a commit each, "
                        + CONNECTIONS
                        + " connections: "
                        + outcome.told());
    }

    private static final class Alone {
        private static final AtomicLong PLACES = new AtomicLong(1L << 40);
        private final Connection connection;
        private final PreparedStatement record;
        private final PreparedStatement row;

        Alone(EmbeddedPostgres server) {
            try {
                connection =
                        DriverManager.getConnection(server.url(), server.user(), server.password());
                connection.setAutoCommit(false);
                record =
                        connection.prepareStatement(
                                "insert into evidence.record (province, leaf_index, id, at, salt,"
                                    + " record, entry) values ('IR-99', ?, ?, 'epoch', ?, ?, ?)");
                row = connection.prepareStatement(ROW);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        void write() throws Exception {
            long place = PLACES.incrementAndGet();
            UUID id = UUID.randomUUID();
            byte[] hash = Arrays.copyOf(RECORD, 32);
            record.setLong(1, place);
            record.setObject(2, id);
            record.setBytes(3, hash);
            record.setBytes(4, RECORD);
            record.setBytes(5, hash);
            record.executeUpdate();
            row.setObject(1, id);
            row.setLong(2, place);
            row.setBytes(3, hash);
            row.executeUpdate();
            connection.commit();
        }
    }

    /**
     * @param pace from the begin of one to that of the next, for each caller; zero for none
     */
    private static Outcome run(int callers, Duration time, Duration pace, Work work)
            throws Exception {
        var millis = new ArrayList<Double>();
        long start = System.nanoTime();
        Callable<List<Double>> caller = () -> loop(start + time.toNanos(), pace.toNanos(), work);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Double>> one :
                    people.invokeAll(Collections.nCopies(callers, caller))) {
                millis.addAll(one.get());
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Collections.sort(millis);
        return new Outcome(millis, seconds);
    }

    private static List<Double> loop(long end, long pace, Work work) throws Exception {
        var all = new ArrayList<Double>();
        for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
            work.once();
            all.add((System.nanoTime() - begin) / 1e6);
            TimeUnit.NANOSECONDS.sleep(pace - (System.nanoTime() - begin));
        }
        return all;
    }

    private static double cpu(EmbeddedPostgres server) {
        ProcessHandle postgres = ProcessHandle.of(server.pid()).orElseThrow();
        return Stream.concat(Stream.of(postgres), postgres.descendants())
                .mapToDouble(EvidenceBench::cpu)
                .sum();
    }

    private static double cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    private static void tell(String line) {
        IO.println(line);
    }
}
