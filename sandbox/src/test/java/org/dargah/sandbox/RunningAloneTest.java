package org.dargah.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The sandbox as a process of its own, as the demo starts it. */
class RunningAloneTest {

    @Test
    void itSaysWhenItIsReadyAndDiesWithItsParent() throws Exception {
        var process = start("--port", "0", "--citizens", "0", "--die-with-parent");
        var ready = firstLine(process);
        assertThat(ready).startsWith("Dargah sandbox is ready at http://127.0.0.1:");

        var page = URI.create(ready.substring(ready.indexOf("http")));
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);
        }

        process.getOutputStream().close();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void itSaysInOneLineWhatIsWrong() throws Exception {
        assertThat(complaint("--prot", "1")).contains("--prot");
        try (var taken = new ServerSocket(0)) {
            assertThat(complaint("--port", "" + taken.getLocalPort(), "--citizens", "0"))
                    .contains("The port is taken");
        }
    }

    private static String complaint(String... options) throws Exception {
        var process = start(options);
        var line = firstLine(process);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        return line;
    }

    private static Process start(String... options) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Sandbox.class.getName());
        command.addAll(List.of("--db", World.DATABASE.url(), "--user", "sandbox"));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DARGAH_SANDBOX_PASSWORD", World.CONFIG.password());
        return builder.start();
    }

    /** The first line of ours; the pool may have complained before. */
    private static String firstLine(Process process) throws IOException {
        var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line;
        while ((line = lines.readLine()) != null) {
            if (line.startsWith("Dargah sandbox")) {
                return line;
            }
        }
        return "";
    }
}
