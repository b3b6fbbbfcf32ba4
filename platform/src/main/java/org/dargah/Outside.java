package org.dargah;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The sandbox as a process of its own beside the demo: registries, phones and a payment provider,
 * reached by HTTP like the real ones. It ends when its standard input closes, so that it never
 * outlives a program that was killed.
 */
final class Outside implements AutoCloseable {

    private final Process process;
    private final URI address;

    private Outside(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static Outside start(Path jar, Database database, Path data) throws IOException {
        if (Files.notExists(jar)) {
            throw new IOException(
                    "The sandbox is not built: " + jar + " is missing. Start with ./dargah start.");
        }
        int port = freePort();
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms8m",
                        "-Xmn6m",
                        "-Xmx48m",
                        "-Xss256k",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "--port",
                        "" + port,
                        "--db",
                        database.url(),
                        "--user",
                        database.user(),
                        "--die-with-parent");
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        data.resolve("sandbox.log").toFile()));
        if (database.password() != null) {
            builder.environment().put("DARGAH_SANDBOX_PASSWORD", database.password());
        }
        return new Outside(builder.start(), URI.create("http://127.0.0.1:" + port));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
