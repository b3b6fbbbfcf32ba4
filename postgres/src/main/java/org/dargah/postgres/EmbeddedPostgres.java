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
 * goes on. No connection is ever trusted without a password.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The database of the program. */
    public static final String DATABASE = "dargah";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FolderLock lock;
    private final String address;
    private final Cluster cluster;
    private final Passwords passwords;
    private final Roles roles;
    private final Process server;

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
        int port = wanted.port() == 0 ? freePort() : wanted.port();
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
                if (!server.isAlive() || System.nanoTime() > until) {
                    server.destroy();
                    throw new IOException("The database did not start; see " + cluster.log(), e);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
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
        try {
            if (server.isAlive()) {
                Orphan.stop(server.toHandle());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }
}
