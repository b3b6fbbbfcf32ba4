package org.dargah.prove;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real program as a process of its own, to be killed. */
final class Running {

    private static final Path JAR = Path.of("target/app/dargah.jar");
    private static final Path CACHE = Path.of("target/app/dargah.aot");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path data;
    private final int port;
    private final List<String> settings;
    private Process process;

    private Running(Path data, int port, List<String> settings) throws IOException {
        this.data = data;
        this.port = port;
        this.settings = settings;
        this.process = launch();
    }

    /**
     * @param settings of the JVM, such as {@code -Ddargah.payments.pause=3s}
     */
    static Running start(Path data, int port, String... settings)
            throws IOException, InterruptedException {
        var running = new Running(data, port, List.of(settings));
        running.awaitReady();
        return running;
    }

    /** From the project's folder, where services, registries and provinces are. */
    private Process launch() throws IOException {
        Path home = Path.of("..").toAbsolutePath().normalize();
        var command =
                new ArrayList<String>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx320m",
                                "-Xss512k",
                                "-XX:+UseSerialGC",
                                "-XX:+UseCompactObjectHeaders",
                                "-XX:AOTCache=" + CACHE.toAbsolutePath(),
                                "-Xlog:aot*=error",
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-Ddargah.sandbox.jar="
                                        + home.resolve("sandbox/target/dargah-sandbox.jar")));
        command.addAll(settings);
        command.addAll(
                List.of(
                        "-jar",
                        JAR.toAbsolutePath().toString(),
                        "--port",
                        "" + port,
                        "--tls-port",
                        "0",
                        "--data",
                        data.toString()));
        return new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("out.log").toFile()))
                .start();
    }

    private void awaitReady() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new AssertionError(
                        "The program does not start; see " + data.resolve("out.log"));
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    boolean answers() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest ready =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:"
                                                    + port
                                                    + "/actuator/health/readiness"))
                            .timeout(Duration.ofSeconds(5))
                            .build();
            return client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** kill -9, of the program and, every other time, of its database too. */
    void kill(boolean databaseToo) throws IOException, InterruptedException {
        if (databaseToo) {
            ProcessHandle.of(postmaster()).ifPresent(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly().waitFor();
    }

    void restart() throws IOException, InterruptedException {
        process = launch();
        awaitReady();
    }

    /** Where the registries of the demo are. */
    URI sandbox() {
        List<String> arguments =
                process.children()
                        .map(child -> List.of(child.info().arguments().orElse(new String[0])))
                        .filter(words -> words.contains("--die-with-parent"))
                        .findFirst()
                        .orElseThrow();
        return URI.create(
                "http://127.0.0.1:" + arguments.get(arguments.indexOf("--port") + 1) + "/");
    }

    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
    }

    Connection database() throws IOException, SQLException {
        return database("dargah");
    }

    /** Who may write as much of the database's log as they like. */
    Connection superuser() throws IOException, SQLException {
        return database("postgres");
    }

    long postmaster() throws IOException {
        return Long.parseLong(pidFile().getFirst().strip());
    }

    /** What the payment provider itself has on record. */
    Connection provider() throws IOException, SQLException {
        return database("sandbox");
    }

    private Connection database(String role) throws IOException, SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + pidFile().get(3).strip() + "/dargah";
        return DriverManager.getConnection(
                url, role, Files.readString(data.resolve("password-" + role)));
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    }
}
