package org.dargah.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * How many applications a second the whole program takes in through its API while the engine works
 * on them, how long each waits, and how that compares with bare SQL writing the same rows.
 */
public final class SubmitBench {

    private static final int CONNECTIONS = 16;
    private static final int PEOPLE = 400;
    private static final int WARM_UP_TRIES = 5 * PEOPLE;
    private static final int MOST_ROUNDS = 8;

    /** The JIT compiler is done when it takes less than this share of the program's time. */
    private static final double COMPILED = 0.1;

    private static final double GOAL = 200;
    private static final Duration BARE_WARM_UP = Duration.ofSeconds(5);

    private final Running running;
    private final Duration time;
    private final boolean profile;
    private final Report report = new Report();

    private SubmitBench(Running running, Duration time, boolean profile) {
        this.running = running;
        this.time = time;
        this.profile = profile;
    }

    /** {@code LAUNCHER [SECONDS] [--profile]}. */
    public static void main(String... arguments)
            throws IOException, InterruptedException, SQLException {
        List<String> wishes = List.of(arguments);
        long seconds =
                wishes.stream()
                        .filter(wish -> wish.matches("[1-9][0-9]{0,3}"))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElse(60);
        Path data = Files.createTempDirectory("dargah-bench");
        try (Running running = Running.start(Path.of(wishes.getFirst()), data)) {
            new SubmitBench(running, Duration.ofSeconds(seconds), wishes.contains("--profile"))
                    .run();
        } finally {
            clear(data);
        }
    }

    static void clear(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void run() throws IOException, InterruptedException, SQLException {
        report.machine();
        List<Citizens.Citizen> people = Citizens.of(running.sandboxAddress(), PEOPLE);
        try (var api = new Api(running);
                Connection counts = running.database()) {
            warmUp(api, people, counts);
            Bare bare = load(api, people, counts);
            drain(counts);
            steady(api, people);
            bare(bare);
        }
    }

    /** Each person is confirmed at the registries once, and the program gets warm. */
    private void warmUp(Api api, List<Citizens.Citizen> people, Connection counts)
            throws IOException, InterruptedException, SQLException {
        api.signIn();
        String first = api.sample(people.getFirst());
        if (!first.startsWith("201")) {
            throw new IOException("The API does not take the first application: " + first);
        }
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            Cpu before = Cpu.now(running);
            Load.Outcome warm =
                    Load.closed(CONNECTIONS, WARM_UP_TRIES, n -> api.submit(of(people, n)));
            double compiling = Cpu.now(running).since(before).compiling();
            report.warmUp(round, warm, compiling);
            if (compiling < COMPILED) {
                break;
            }
        }
        double waited = awaitDrained(counts, time);
        report.waited(waited, Counts.open(counts));
    }

    private static Citizens.Citizen of(List<Citizens.Citizen> people, long number) {
        return people.get((int) (number % people.size()));
    }

    private Bare load(Api api, List<Citizens.Citizen> people, Connection counts)
            throws IOException, InterruptedException, SQLException {
        api.signIn();
        var sample = new AtomicReference<Optional<Bare>>(Optional.empty());
        var loading = new AtomicBoolean(true);
        Thread watch = Thread.ofVirtual().start(() -> sample.set(sampled(loading)));
        try (var recording = recording("load")) {
            long decided = Counts.decided(counts);
            Cpu before = Cpu.now(running);
            Load.Outcome load = Load.closed(CONNECTIONS, time, n -> api.submit(of(people, n)));
            Cpu spent = Cpu.now(running).since(before);
            report.load(CONNECTIONS, load, Counts.decided(counts) - decided, spent);
            report.profile(recording.end());
        }
        loading.set(false);
        watch.join();
        return sample.get()
                .orElseThrow(() -> new IllegalStateException("No submission was seen fresh"));
    }

    private Recording recording(String name) throws IOException, InterruptedException {
        return profile ? Recording.start(running.programPid(), name) : Recording.none();
    }

    /** Looks for a submission as it was just written, until there is one. */
    private Optional<Bare> sampled(AtomicBoolean loading) {
        try (Connection connection = running.database()) {
            Optional<Bare> found = Optional.empty();
            while (found.isEmpty() && loading.get()) {
                TimeUnit.MILLISECONDS.sleep(500);
                found = Bare.look(connection);
            }
            return found;
        } catch (IOException | SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void drain(Connection counts) throws IOException, InterruptedException, SQLException {
        try (var recording = recording("drain")) {
            long decided = Counts.decided(counts);
            Cpu before = Cpu.now(running);
            double seconds = awaitDrained(counts, time.multipliedBy(2));
            Cpu spent = Cpu.now(running).since(before);
            report.drain(Counts.decided(counts) - decided, seconds, Counts.open(counts), spent);
            report.profile(recording.end());
        }
    }

    private static double awaitDrained(Connection counts, Duration patience)
            throws InterruptedException, SQLException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < patience.toNanos() && Counts.open(counts) > 0) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Percentiles at a load that does not wait for the answers. */
    private void steady(Api api, List<Citizens.Citizen> people)
            throws IOException, InterruptedException, SQLException {
        double rate = Math.min(GOAL, report.rate() * 0.8);
        api.signIn();
        report.steady(rate, Load.open(rate, time.dividedBy(2), n -> api.submit(of(people, n))));
    }

    /** With the program held still, so that the database has the machine for itself. */
    private void bare(Bare bare) throws IOException, InterruptedException, SQLException {
        running.holdStill();
        Cpu before = Cpu.now(running);
        Load.Outcome outcome = bare.write(running, CONNECTIONS, BARE_WARM_UP, time.dividedBy(3));
        report.bare(bare.shape(), CONNECTIONS, outcome, Cpu.now(running).since(before));
    }

    /** How many cases stand where. */
    private static final class Counts {

        static long decided(Connection connection) throws SQLException {
            return count(connection, "select count(*) from cases.decision");
        }

        static long open(Connection connection) throws SQLException {
            return count(
                    connection,
                    "select count(*) from cases.case_file where stage in ('SUBMITTED',"
                            + " 'REVIEWING', 'AWAITING_REGISTRY')");
        }

        private static long count(Connection connection, String sql) throws SQLException {
            try (var statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
