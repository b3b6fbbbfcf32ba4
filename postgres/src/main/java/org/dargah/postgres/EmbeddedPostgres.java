package org.dargah.postgres;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL server on the loopback address, as a child of this program. Its data
 * survives kill -9 of either: the next start finds an orphan by its postmaster.pid, stops it and
 * goes on. A server that ends by itself, as one does whose disk is full, is started again until it
 * runs. No connection is ever trusted without a password.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The database of the program. */
    public static final String DATABASE = "dargah";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration UNTIL_AGAIN = Duration.ofSeconds(2);
    private static final int MEGA = 1_000_000;

    private final FolderLock lock;
    private final String address;
    private final Cluster cluster;
    private final Passwords passwords;
    private final Roles roles;
    private final int port;
    private volatile Process server;
    private volatile boolean closing;

    /**
     * @param folder the data folder; made when missing
     * @param port on 127.0.0.1; 0 for any free one
     * @param durable false only for tests, whose data nobody misses
     */
    public record Settings(Path folder, int port, boolean durable) {}

    /**
     * Starts the server, making the cluster on the first start.
     *
     * @throws FolderInUse when another program holds the folder
     * @throws IOException when the server does not start; its own log is in {@code postgres.log} in
     *     the folder
     */
    public static EmbeddedPostgres start(Settings wanted)
            throws IOException, FolderInUse, InterruptedException {
        Path folder = Files.createDirectories(wanted.folder()).toRealPath();
        FolderLock lock = FolderLock.on(folder);
        try {
            return new EmbeddedPostgres(folder, wanted, lock);
        } catch (IOException | InterruptedException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private EmbeddedPostgres(Path folder, Settings wanted, FolderLock lock)
            throws IOException, InterruptedException {
        this.port = wanted.port() == 0 ? freePort() : wanted.port();
        this.lock = lock;
        this.address = "jdbc:postgresql://127.0.0.1:" + port + "/";
        this.cluster = new Cluster(folder, wanted.durable(), Programs.unpacked());
        this.passwords = new Passwords(folder);
        this.roles = new Roles(address, passwords);
        Orphan.stopIn(cluster.files());
        passwords.of(Roles.SUPERUSER);
        cluster.makeUnlessThere(Roles.SUPERUSER, passwords.fileOf(Roles.SUPERUSER));
        this.server = cluster.serve(port);
        awaitReady();
        roles.role(DATABASE);
        roles.database(DATABASE);
        Thread.ofPlatform().daemon().name("database-keeper").start(this::keep);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection ready = roles.superuser(Roles.SUPERUSER)) {
                LOG.debug(
                        "The database answers: {}",
                        ready.getMetaData().getDatabaseProductVersion());
                return;
            } catch (SQLException e) {
                if (closing || !server.isAlive() || System.nanoTime() > until) {
                    server.destroy();
                    throw new IOException("The database did not start; see " + cluster.log(), e);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private void keep() {
        try {
            while (true) {
                int code = server.waitFor();
                if (isOver()) {
                    return;
                }
                LOG.error(
                        "The database has ended by itself (code {}), with {} MB free on its disk."
                                + " It is started again until it runs; its own words stand in {}",
                        code,
                        freeMegabytes(),
                        cluster.log());
                startAgain();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the keeper", e);
        }
    }

    private String freeMegabytes() {
        try {
            return "" + Files.getFileStore(cluster.files()).getUsableSpace() / MEGA;
        } catch (IOException e) {
            return "?";
        }
    }

    private void startAgain() throws InterruptedException {
        while (!isOver()) {
            TimeUnit.MILLISECONDS.sleep(UNTIL_AGAIN.toMillis());
            if (triedAgain()) {
                return;
            }
        }
    }

    /** Whose lock is gone has lost the folder to the next start. */
    private boolean isOver() {
        return closing || !lock.isHeld();
    }

    /** Never while it is being closed: nobody would stop what this starts. */
    private synchronized boolean triedAgain() throws InterruptedException {
        try {
            if (!isOver()) {
                Orphan.stopIn(cluster.files());
                server = cluster.serve(port);
                awaitReady();
                LOG.warn("The database runs again");
            }
            return true;
        } catch (IOException e) {
            LOG.debug("Not yet", e);
            return false;
        }
    }

    /**
     * Makes sure that this role has a schema of its own, named like it, and can read nothing else.
     *
     * @return its password
     */
    public String makeRoleWithSchema(String role) throws IOException {
        String password = roles.role(role);
        roles.schema(DATABASE, role);
        return password;
    }

    /** Where the program's database is reached: JDBC, no password in it. */
    public String url() {
        return address + DATABASE;
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
        closing = true;
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }

    private synchronized void stop() throws IOException, InterruptedException {
        if (server.isAlive()) {
            Orphan.stop(server.toHandle());
        }
    }
}
