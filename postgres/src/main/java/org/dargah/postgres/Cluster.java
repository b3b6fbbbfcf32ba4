package org.dargah.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The server's files on disk, and how its programs are run upon them. */
final class Cluster {

    private final Path folder;
    private final boolean durable;
    private final Programs programs;

    Cluster(Path folder, boolean durable, Programs programs) {
        this.folder = folder;
        this.durable = durable;
        this.programs = programs;
    }

    Path files() {
        return folder.resolve("postgres");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    /** Made aside and then moved, so that a start cut off in the middle leaves no half of one. */
    void makeUnlessThere(String superuser, Path password) throws IOException, InterruptedException {
        if (Files.exists(files().resolve("postgresql.conf"))) {
            return;
        }
        Path draft = folder.resolve("postgres.new");
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
                                "--pwfile=" + password,
                                durable ? "--data-checksums" : "--no-sync"));
        if (making.waitFor() != 0) {
            throw new IOException("The database could not be made; see " + log());
        }
        Files.move(draft, files());
    }

    private static void clear(Path draft) throws IOException {
        if (Files.notExists(draft)) {
            return;
        }
        try (var all = Files.walk(draft)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    Process serve(int port) throws IOException {
        String safely = durable ? "on" : "off";
        var arguments = new ArrayList<>(List.of("-D", files().toString(), "-p", "" + port));
        for (String setting :
                List.of(
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "fsync=" + safely,
                        "full_page_writes=" + safely,
                        "synchronous_commit=" + safely,
                        "password_encryption=scram-sha-256",
                        "shared_buffers=64MB",
                        "max_connections=80",
                        "timezone=UTC",
                        "log_timezone=UTC")) {
            arguments.add("-c");
            arguments.add(setting);
        }
        return run("postgres", arguments);
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
}
