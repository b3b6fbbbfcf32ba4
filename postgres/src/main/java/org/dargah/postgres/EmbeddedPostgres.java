package org.dargah.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL server on the loopback address, as a child of this program. Its data
 * survives kill -9 of either: the next start finds an orphan by its postmaster.pid, stops it and
 * goes on. No connection is ever trusted without a password.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The database of the program. */
    public static final String DATABASE = "dargah";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Settings settings;
    private final Programs programs;
    private final Passwords passwords;
    private final FileChannel lock;
    private final Process server;

    /**
     * @param folder the data folder; made when missing
     * @param port on 127.0.0.1; 0 for any free one
     * @param durable false only for tests, whose data nobody misses
     */
    public record Settings(Path folder, int port, boolean durable) {

        Path cluster() {
            return folder.resolve("postgres");
        }
    }

    /**
     * Starts the server, making the cluster on the first start.
     *
     * @throws FolderInUse when another program holds the folder
     * @throws IOException when the server does not start; its own log is in {@code postgres.log} in
     *     the folder
     */
    public static EmbeddedPostgres start(Settings wanted)
            throws IOException, FolderInUse, InterruptedException {
        Files.createDirectories(wanted.folder());
        Settings settings =
                new Settings(wanted.folder().toRealPath(), portOf(wanted), wanted.durable());
        FileChannel lock = lock(settings.folder());
        try {
            return new EmbeddedPostgres(settings, lock);
        } catch (IOException | InterruptedException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private EmbeddedPostgres(Settings settings, FileChannel lock)
            throws IOException, InterruptedException {
        this.settings = settings;
        this.lock = lock;
        this.programs = Programs.unpacked();
        this.passwords = new Passwords(settings.folder());
        stopOrphan();
        if (Files.notExists(settings.cluster().resolve("postgresql.conf"))) {
            makeCluster();
        }
        this.server = run("postgres", serverArguments());
        awaitReady();
        makeRole(DATABASE);
        makeDatabase();
    }

    private static int portOf(Settings wanted) throws IOException {
        if (wanted.port() != 0) {
            return wanted.port();
        }
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static FileChannel lock(Path folder) throws IOException, FolderInUse {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("Held by this very program", e);
        }
        channel.close();
        throw new FolderInUse(folder);
    }

    /**
     * After kill -9 of the program its server may still run; after a crash of the machine only its
     * pid file is left.
     */
    private void stopOrphan() throws IOException, InterruptedException {
        Path pidFile = settings.cluster().resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> orphan = processOf(pidFile);
        if (orphan.isEmpty()) {
            Files.delete(pidFile);
            return;
        }
        LOG.info("Stopping the database left by an earlier run, process {}", orphan.get().pid());
        stop(orphan.get());
    }

    private Optional<ProcessHandle> processOf(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(
                        process ->
                                process.info()
                                        .commandLine()
                                        .filter(
                                                line ->
                                                        line.contains("postgres")
                                                                && line.contains(
                                                                        settings.cluster()
                                                                                .toString()))
                                        .isPresent());
    }

    private void stop(ProcessHandle process) throws IOException, InterruptedException {
        signal("INT", process.pid());
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new IOException("The database, process " + process.pid() + ", does not stop", e);
        }
    }

    /**
     * INT is PostgreSQL's fast stop: open transactions are rolled back, everything committed is
     * written.
     */
    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid).start().waitFor();
    }

    private void makeCluster() throws IOException, InterruptedException {
        String superuser = "postgres";
        passwords.of(superuser);
        Path draft = settings.folder().resolve("postgres.new");
        clear(draft);
        Process making =
                run(
                        "initdb",
                        List.of(
                                "-D",
                                draft.toString(),
                                "-U",
                                superuser,
                                "-E",
                                "UTF-8",
                                "--locale=C.UTF-8",
                                "--auth=scram-sha-256",
                                "--pwfile=" + passwords.fileOf(superuser),
                                settings.durable() ? "--data-checksums" : "--no-sync"));
        if (making.waitFor() != 0) {
            throw new IOException("The database could not be made; see " + log());
        }
        Files.move(draft, settings.cluster());
    }

    /** What a start that was cut off in the middle of making a cluster has left. */
    private static void clear(Path draft) throws IOException {
        if (Files.notExists(draft)) {
            return;
        }
        try (var all = Files.walk(draft)) {
            for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private List<String> serverArguments() {
        String durable = settings.durable() ? "on" : "off";
        var arguments =
                new ArrayList<>(
                        List.of("-D", settings.cluster().toString(), "-p", "" + settings.port()));
        for (String setting :
                List.of(
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "fsync=" + durable,
                        "full_page_writes=" + durable,
                        "synchronous_commit=" + durable,
                        "password_encryption=scram-sha-256",
                        "shared_buffers=64MB",
                        "max_connections=80",
                        "timezone=UTC",
                        "log_timezone=UTC")) {
            arguments.add("-c");
            arguments.add(setting);
        }
        return arguments;
    }

    /**
     * PostgreSQL refuses to run as root: there it gets a user namespace of its own. A session of
     * its own keeps the terminal's Ctrl-C away, so that the program can close its work first.
     */
    private Process run(String program, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        boolean linux = System.getProperty("os.name").equals("Linux");
        if (linux) {
            command.add("setsid");
        }
        if (linux && System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.program(program).toString());
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private Path log() {
        return settings.folder().resolve("postgres.log");
    }

    private void awaitReady() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection ready = superuser("postgres")) {
                LOG.debug(
                        "The database answers: {}",
                        ready.getMetaData().getDatabaseProductVersion());
                return;
            } catch (SQLException e) {
                if (!server.isAlive() || System.nanoTime() > until) {
                    server.destroy();
                    throw new IOException("The database did not start; see " + log(), e);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private Connection superuser(String database) throws SQLException, IOException {
        return DriverManager.getConnection(url(database), "postgres", passwords.of("postgres"));
    }

    /**
     * Makes sure that this role exists, may sign in to the program's database and owns nothing of
     * the other roles.
     *
     * @return its password
     */
    public String makeRole(String role) throws IOException {
        if (!role.matches("[a-z_]{1,30}")) {
            throw new IllegalArgumentException("Not a role's name: " + role);
        }
        String password = passwords.of(role);
        try (Connection connection = superuser("postgres");
                var exists =
                        connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            exists.setString(1, role);
            if (!exists.executeQuery().next()) {
                execute(connection, "create role " + role + " login password '" + password + "'");
            }
        } catch (SQLException e) {
            throw new IOException("The role " + role + " could not be made", e);
        }
        return password;
    }

    private void makeDatabase() throws IOException {
        try (Connection connection = superuser("postgres");
                var exists =
                        connection.prepareStatement(
                                "select 1 from pg_database where datname = ?")) {
            exists.setString(1, DATABASE);
            if (!exists.executeQuery().next()) {
                execute(connection, "create database " + DATABASE + " owner " + DATABASE);
            }
        } catch (SQLException e) {
            throw new IOException("The database " + DATABASE + " could not be made", e);
        }
    }

    /**
     * Makes sure that this role has a schema of its own, named like it, and can read nothing else.
     *
     * @return its password
     */
    public String makeRoleWithSchema(String role) throws IOException {
        String password = makeRole(role);
        try (Connection connection = superuser(DATABASE)) {
            execute(connection, "create schema if not exists " + role + " authorization " + role);
        } catch (SQLException e) {
            throw new IOException("The schema " + role + " could not be made", e);
        }
        return password;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Where the program's database is reached: JDBC, no password in it. */
    public String url() {
        return url(DATABASE);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database;
    }

    public String user() {
        return DATABASE;
    }

    public String password() throws IOException {
        return passwords.of(DATABASE);
    }

    /** The server's own process number, for those who measure or kill it. */
    public long pid() {
        return server.pid();
    }

    @Override
    public void close() throws IOException {
        try {
            if (server.isAlive()) {
                stop(server.toHandle());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }
}
