package org.dargah.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many messages a second the exchange carries for 300 clients over mutual TLS, with policy and
 * durable evidence, beside nginx that only ends TLS and hands on; and how long a yes or no takes at
 * a steady pace.
 */
public final class ExchangeBench {

    private static final int PROGRAMS = 6;
    private static final int ROUNDS = 2;
    private static final int MOST_ROUNDS = 6;

    /** Of the program's time, in the last round of a warm-up. */
    private static final double COMPILED = 0.1;

    private static final int MATCHES_A_SECOND = 500;

    private final Running running;
    private final Nginx nginx;
    private final Companion upstream;
    private final Companion clients;
    private final Duration time;
    private final boolean profile;
    private final ExchangeReport report = new ExchangeReport();

    private ExchangeBench(
            Running running,
            Nginx nginx,
            Companion upstream,
            Companion clients,
            Duration time,
            boolean profile) {
        this.running = running;
        this.nginx = nginx;
        this.upstream = upstream;
        this.clients = clients;
        this.time = time;
        this.profile = profile;
    }

    /** {@code LAUNCHER NGINX [SECONDS] [--profile]}. */
    public static void main(String... arguments)
            throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        List<String> wishes = List.of(arguments);
        Duration time =
                Duration.ofSeconds(
                        wishes.stream()
                                .filter(wish -> wish.matches("[1-9][0-9]{0,3}"))
                                .mapToLong(Long::parseLong)
                                .findFirst()
                                .orElse(60));
        Path launcher = Path.of(wishes.getFirst()).toAbsolutePath();
        Path folder = Files.createTempDirectory("dargah-bench");
        Path keys = Files.createDirectory(folder.resolve("programs"));
        try (Companion upstream = Companion.java(Upstream.class)) {
            String port = upstream.hear(Optional.empty());
            String settings =
                    Declared.settings(
                            launcher.resolveSibling("registries"),
                            folder.resolve("registries"),
                            port);
            try (Running running = Running.start(launcher, folder.resolve("data"), settings);
                    Nginx nginx =
                            Nginx.start(
                                    Path.of(wishes.get(1)),
                                    folder.resolve("nginx"),
                                    running.keys(),
                                    port)) {
                admit(running, keys);
                try (Companion clients = Companion.java(Clients.class, keys.toString())) {
                    clients.hear(Optional.empty());
                    new ExchangeBench(
                                    running,
                                    nginx,
                                    upstream,
                                    clients,
                                    time,
                                    wishes.contains("--profile"))
                            .run();
                }
            }
        } finally {
            SubmitBench.clear(folder);
        }
    }

    private static void admit(Running running, Path keys)
            throws IOException, InterruptedException, GeneralSecurityException {
        try (var administrator = new Administrator(running.home(), running.password())) {
            for (int i = 1; i <= PROGRAMS; i++) {
                String program = administrator.admit("ادارهٔ آزمون " + i);
                String chain = administrator.certify(program, Credential.request(keys, program));
                Credential.keep(keys, program, Administrator.name(program), chain);
                administrator.grant(program, Declared.RECORD, "record", Declared.RECORD_FIELDS);
                administrator.grant(program, Declared.PERSON, "match", Declared.MATCHED);
            }
        }
    }

    private void run() throws IOException, InterruptedException, SQLException {
        report.machine();
        try (Connection database = running.database()) {
            warmUp(messages(running.tlsPort(), time.dividedBy(2)));
            order(messages(nginx.port(), time.dividedBy(6)));
            long records = records(database);
            compare();
            report.evidence(records(database) - records);
            match();
        }
    }

    /** Until the JIT compiler is done with most of the code. */
    private void warmUp(Clients.Order round) throws IOException {
        double compiling = 1;
        for (int number = 1; number <= MOST_ROUNDS && compiling > COMPILED; number++) {
            Measured warm = measured(round);
            compiling = warm.spent().compiling();
            report.warmUp(round.question(), warm.outcome(), compiling);
        }
    }

    private static Clients.Order messages(int port, Duration time) {
        return new Clients.Order("closed", port, "message", Clients.CONNECTIONS, time);
    }

    private Load.Outcome order(Clients.Order order) throws IOException {
        return Clients.read(clients.hear(Optional.of(order.line())));
    }

    /** In turns, so that what else the machine does in these minutes meets both. */
    private void compare() throws IOException, InterruptedException {
        for (int round = 1; round <= ROUNDS; round++) {
            try (var recording = recording("exchange-" + round)) {
                report.exchange(measured(messages(running.tlsPort(), time.dividedBy(ROUNDS))));
                report.profile(recording.end());
            }
            report.nginx(measured(messages(nginx.port(), time.dividedBy(ROUNDS))));
        }
        report.kept(Clients.CONNECTIONS);
    }

    private void match() throws IOException, InterruptedException {
        warmUp(matches(time.dividedBy(2)));
        try (var recording = recording("match")) {
            report.match(MATCHES_A_SECOND, measured(matches(time)));
            report.profile(recording.end());
        }
    }

    private Clients.Order matches(Duration during) {
        return new Clients.Order("open", running.tlsPort(), "match", MATCHES_A_SECOND, during);
    }

    private Measured measured(Clients.Order order) throws IOException {
        Map<String, ProcessHandle> beside =
                Map.of(
                        "nginx",
                        nginx.handle(),
                        "upstream",
                        upstream.handle(),
                        "clients",
                        clients.handle());
        Cpu before = Cpu.now(running, beside);
        Load.Outcome outcome = order(order);
        return new Measured(outcome, Cpu.now(running, beside).since(before));
    }

    private Recording recording(String name) throws IOException, InterruptedException {
        return profile ? Recording.start(running.programPid(), name) : Recording.none();
    }

    private static long records(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row =
                        statement.executeQuery(
                                "select count(*) from evidence.record where province ="
                                        + " 'IR-08'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
