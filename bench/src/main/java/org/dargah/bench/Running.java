package org.dargah.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program, started by its own command on a throwaway folder, with what belongs to it. */
final class Running implements AutoCloseable {

    private static final String READY = "Dargah is ready at ";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path data;
    private final Process program;
    private final String home;
    private final int tlsPort;

    private Running(Path data, Process program, String home, int tlsPort) {
        this.data = data;
        this.program = program;
        this.home = home;
        this.tlsPort = tlsPort;
    }

    static Running start(Path launcher, Path data) throws IOException {
        return start(launcher, data, "{}");
    }

    /**
     * @param settings beside those of the command, as JSON
     */
    static Running start(Path launcher, Path data, String settings) throws IOException {
        int tlsPort = freePort();
        var starting =
                new ProcessBuilder(
                                Companion.pinned(
                                        List.of(
                                                launcher.toString(),
                                                "start",
                                                "--port",
                                                "" + freePort(),
                                                "--tls-port",
                                                "" + tlsPort,
                                                "--data",
                                                data.toString(),
                                                "--history",
                                                "0")))
                        .redirectErrorStream(true);
        starting.environment().put("SPRING_APPLICATION_JSON", settings);
        Process program = starting.start();
        BufferedReader said = program.inputReader();
        var before = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> said.lines().forEach(rest -> {}));
                return new Running(data, program, line.substring(READY.length()).strip(), tlsPort);
            }
            before.append(line).append('\n');
        }
        throw new IOException("Dargah did not start:\n" + before);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The address of the first page, with a slash at its end. */
    String home() {
        return home;
    }

    /** Where programs come by certificate. */
    int tlsPort() {
        return tlsPort;
    }

    /** The folder with its keys. */
    Path keys() {
        return data.resolve("keys");
    }

    /** Of the demo's administrator. */
    String password() throws IOException {
        return Files.readAllLines(data.resolve("demo-accounts.txt")).stream()
                .map(line -> line.split("\\s+", 3))
                .filter(words -> words[0].equals("administrator"))
                .map(words -> words[1])
                .findFirst()
                .orElseThrow();
    }

    /** Id and secret of the demo's client. */
    JsonNode client() throws IOException {
        return JSON.readTree(Files.readString(data.resolve("api-client.json")));
    }

    long programPid() {
        return program.pid();
    }

    long postgresPid() throws IOException {
        return Long.parseLong(postmaster().getFirst().strip());
    }

    private List<String> postmaster() throws IOException {
        return Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    }

    long sandboxPid() {
        return sandbox().pid();
    }

    private ProcessHandle sandbox() {
        return program.children()
                .filter(child -> arguments(child).contains("--die-with-parent"))
                .findFirst()
                .orElseThrow();
    }

    /** The sandbox is told its port on the command line and nobody else is. */
    String sandboxAddress() {
        List<String> arguments = arguments(sandbox());
        return "http://127.0.0.1:" + arguments.get(arguments.indexOf("--port") + 1) + "/";
    }

    private static List<String> arguments(ProcessHandle process) {
        return List.of(process.info().arguments().orElse(new String[0]));
    }

    /** As the program itself connects. */
    Connection database() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postmaster().get(3).strip() + "/dargah",
                "dargah",
                Files.readString(data.resolve("password-dargah")));
    }

    /** Holds the program still, so that the database has the machine for itself. */
    void holdStill() throws IOException {
        signal("STOP");
    }

    private void signal(String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, "" + program.pid())
                .inheritIO()
                .start()
                .onExit()
                .join();
    }

    /** Nobody misses the data, and a program held still could not end in order. */
    @Override
    public void close() {
        program.destroyForcibly();
        program.onExit().join();
        try {
            ProcessHandle.of(postgresPid()).ifPresent(Running::end);
        } catch (IOException ended) {
            // Without its note the database has gone already.
        }
    }

    private static void end(ProcessHandle postgres) {
        postgres.children().forEach(ProcessHandle::destroyForcibly);
        postgres.destroyForcibly();
        postgres.onExit().join();
    }
}
