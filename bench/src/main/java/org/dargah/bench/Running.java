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

    private Running(Path data, Process program, String home) {
        this.data = data;
        this.program = program;
        this.home = home;
    }

    static Running start(Path launcher, Path data) throws IOException {
        Process program =
                new ProcessBuilder(
                                launcher.toString(),
                                "start",
                                "--port",
                                "" + freePort(),
                                "--tls-port",
                                "0",
                                "--data",
                                data.toString(),
                                "--history",
                                "0")
                        .redirectErrorStream(true)
                        .start();
        BufferedReader said = program.inputReader();
        var before = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> said.lines().forEach(rest -> {}));
                return new Running(data, program, line.substring(READY.length()).strip());
            }
            before.append(line).append('\n');
        }
        throw new IOException("Dargah did not start:\n" + before);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The address of the first page, with a slash at its end. */
    String home() {
        return home;
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
    public void close() throws IOException {
        ProcessHandle postgres = ProcessHandle.of(postgresPid()).orElseThrow();
        program.destroyForcibly();
        program.onExit().join();
        postgres.children().forEach(ProcessHandle::destroyForcibly);
        postgres.destroyForcibly();
        postgres.onExit().join();
    }
}
