package org.dargah;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.dargah.postgres.EmbeddedPostgres;
import org.dargah.postgres.FolderInUse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One start of the whole: the database, the sandbox in a demo, the program; and their end in the
 * opposite order.
 */
final class Start {

    private final Wishes wishes;
    private final List<AutoCloseable> running = new ArrayList<>();

    private Start(Wishes wishes) {
        this.wishes = wishes;
    }

    static void of(Wishes wishes) throws IOException, FolderInUse, InterruptedException {
        new Start(wishes).run();
    }

    private void run() throws IOException, FolderInUse, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
        Path data = Files.createDirectories(wishes.data()).toRealPath();
        var settings =
                new ArrayList<>(
                        List.of(
                                "--server.port=" + wishes.port(),
                                "--dargah.data=" + data,
                                "--dargah.rehearsal=" + wishes.rehearsal(),
                                // The terminal is for people; everything else is kept as JSON
                                // beside the data.
                                "--logging.file.name=" + data.resolve("dargah.log"),
                                "--logging.structured.format.file=ecs",
                                "--logging.threshold.console=warn"));
        if (wishes.port() == 0) {
            settings.add("--dargah.address=http://localhost");
        }
        if (wishes.database() == null) {
            embed(data, settings);
        } else {
            external(wishes.database(), settings);
        }
        var application = new SpringApplication(Dargah.class);
        application.setRegisterShutdownHook(false);
        if (wishes.demo()) {
            application.setAdditionalProfiles("demo");
        }
        ConfigurableApplicationContext context = application.run(settings.toArray(String[]::new));
        keep(context);
        note(data);
        if (wishes.rehearsal()) {
            System.exit(0);
        }
    }

    private void embed(Path data, List<String> settings)
            throws IOException, FolderInUse, InterruptedException {
        var database = EmbeddedPostgres.start(new EmbeddedPostgres.Settings(data, 0, true));
        keep(database);
        connect(settings, database.url(), database.user(), database.password());
        if (wishes.demo()) {
            Path jar =
                    Path.of(
                            System.getProperty(
                                    "dargah.sandbox.jar", "sandbox/target/dargah-sandbox.jar"));
            Outside outside = Outside.start(jar, database, data);
            keep(outside);
            settings.add("--dargah.sandbox.url=" + outside.address());
        }
    }

    private static void external(String url, List<String> settings) {
        connect(
                settings,
                url,
                System.getenv("DARGAH_DB_USER"),
                System.getenv("DARGAH_DB_PASSWORD"));
        String sandbox = System.getenv("DARGAH_SANDBOX_URL");
        if (sandbox != null) {
            settings.add("--dargah.sandbox.url=" + sandbox);
        }
    }

    private static void connect(
            List<String> settings, String url, @Nullable String user, @Nullable String password) {
        settings.add("--spring.datasource.url=" + url);
        if (user != null && password != null) {
            settings.add("--spring.datasource.username=" + user);
            settings.add("--spring.datasource.password=" + password);
        }
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
