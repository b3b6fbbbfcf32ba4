package org.dargah;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.dargah.postgres.EmbeddedPostgres;
import org.dargah.postgres.FolderInUse;
import org.dargah.postgres.FolderLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One start of the whole: the database, the sandbox in a demo, the program; and their end in the
 * opposite order.
 */
final class Start {

    private static final String SANDBOX = "sandbox";

    private final Wishes wishes;
    private final List<AutoCloseable> running = new ArrayList<>();
    private @Nullable EmbeddedPostgres embedded;

    private Start(Wishes wishes) {
        this.wishes = wishes;
    }

    static void of(Wishes wishes)
            throws IOException, FolderInUse, InterruptedException, CannotStart {
        new Start(wishes).run();
    }

    private void run() throws IOException, FolderInUse, InterruptedException, CannotStart {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
        Path data = Files.createDirectories(wishes.data()).toRealPath();
        var settings =
                new ArrayList<>(
                        List.of(
                                "--server.port=" + wishes.port(),
                                "--dargah.data=" + data,
                                "--dargah.rehearsal=" + wishes.rehearsal(),
                                "--dargah.history=" + (wishes.rehearsal() ? 0 : wishes.history()),
                                // The terminal is for people; everything else is kept as JSON
                                // beside the data.
                                "--logging.file.name=" + data.resolve("dargah.log"),
                                "--logging.structured.format.file=ecs",
                                // Given twice, it would count for nothing.
                                "--logging.threshold.console="
                                        + (wishes.packs() == null ? "warn" : "error")));
        if (wishes.port() == 0) {
            settings.add("--dargah.address=http://localhost");
        }
        if (wishes.packs() != null) {
            // Nothing is published, served for long or told.
            settings.add("--dargah.services=" + Files.createDirectories(data.resolve("none")));
            settings.add("--dargah.silent=true");
            // What a process does wrong is said in a sentence, beside its example.
            settings.add("--logging.level.org.flowable=off");
            settings.add("--logging.level.org.kie=off");
        }
        Database database = database(data);
        connect(settings, database);
        insistOnPort();
        settings.add("--dargah.tls.port=" + tlsPort());
        if (wishes.demo()) {
            surround(data, database, settings);
        }
        note(data);
        var application = new SpringApplication(Dargah.class);
        application.setRegisterShutdownHook(false);
        if (wishes.demo()) {
            application.setAdditionalProfiles("demo");
        }
        // Kept from its first moment, since the past of a demo is made within the start.
        application.addInitializers(this::keep);
        ConfigurableApplicationContext program = application.run(settings.toArray(String[]::new));
        if (wishes.rehearsal()) {
            System.exit(0);
        }
        if (wishes.packs() != null) {
            Wishes.Packs packs = wishes.packs();
            System.exit(program.getBean(PackRun.class).run(packs.kind(), packs.folder()));
        }
    }

    /** The one that lives beside the program, or the user's own. */
    private Database database(Path data)
            throws IOException, FolderInUse, InterruptedException, CannotStart {
        Database database;
        if (wishes.database() == null) {
            embedded =
                    EmbeddedPostgres.start(
                            new EmbeddedPostgres.Settings(data, 0, wishes.packs() == null));
            keep(embedded);
            database = Database.embedded(embedded);
        } else {
            keep(FolderLock.on(data));
            database = Database.own(wishes.database(), System.getenv());
        }
        database.check(wishes.demo());
        return database;
    }

    private static void connect(List<String> settings, Database database) {
        settings.add("--spring.datasource.url=" + database.url());
        settings.add("--spring.datasource.username=" + database.user());
        if (database.password() != null) {
            settings.add("--spring.datasource.password=" + database.password());
        }
    }

    /** Before the long part of the start, and in a sentence. */
    private void insistOnPort() throws CannotStart {
        if (!isFree(wishes.port())) {
            throw new CannotStart(
                    "Port "
                            + wishes.port()
                            + " is taken by another program: choose another with --port N.");
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** A demo goes on without: most people who try it have no certificate to come with. */
    private int tlsPort() throws CannotStart {
        if (wishes.rehearsal() || wishes.packs() != null) {
            return 0;
        }
        if (isFree(wishes.tlsPort())) {
            return wishes.tlsPort();
        }
        String what =
                "Port "
                        + wishes.tlsPort()
                        + " for programs with certificates is taken by another program: choose"
                        + " another with --tls-port N.";
        if (!wishes.demo()) {
            throw new CannotStart(what);
        }
        IO.println(what + " The demo starts without it.");
        return -1;
    }

    /** The outside world of a demo. */
    private void surround(Path data, Database database, List<String> settings)
            throws IOException, CannotStart {
        Path jar =
                Path.of(
                        System.getProperty(
                                "dargah.sandbox.jar", "sandbox/target/dargah-sandbox.jar"));
        Outside outside = Outside.start(jar, outside(database), data);
        keep(outside);
        settings.add("--dargah.sandbox.url=" + outside.address());
    }

    /**
     * Beside the program the sandbox is a role that reads nothing but its own; in the user's
     * database, where we make no roles, only a schema is its own.
     */
    private Database outside(Database database) throws IOException, CannotStart {
        if (embedded != null) {
            return new Database(database.url(), SANDBOX, embedded.makeRoleWithSchema(SANDBOX));
        }
        database.makeSchema(SANDBOX);
        return database;
    }

    private synchronized void keep(AutoCloseable part) {
        running.add(part);
    }

    /** For {@code ./dargah stop} and {@code doctor}. */
    private static void note(Path data) throws IOException {
        Files.writeString(
                data.resolve("dargah.pid"),
                "" + ProcessHandle.current().pid(),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    private synchronized void end() {
        for (AutoCloseable part : running.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                IO.println("While stopping: " + e);
            }
        }
    }
}
