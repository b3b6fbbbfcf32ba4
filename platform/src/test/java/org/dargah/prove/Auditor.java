package org.dargah.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dargah.evidence.note.VerifierKey;

/** Runs {@code evidence verify}, as anyone from outside and as the operator with the records. */
final class Auditor {

    private final String home;
    private final Path data;
    private final Path seen;
    private final VerifierKey key;

    /**
     * @param notes where the last checkpoint is written down, on another disk than the data
     */
    Auditor(String home, Path data, Path notes) {
        this.home = home;
        this.data = data;
        this.seen = notes.resolve("seen-" + ProcessHandle.current().pid());
        this.key = VerifierKey.parse(get(home + "/evidence/key").strip()).orElseThrow();
    }

    VerifierKey key() {
        return key;
    }

    private static String get(String address) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void findsAllClean() throws IOException, InterruptedException {
        clean(home, "--key", key.text(), "--state", seen.toString());
        clean("--data", data.toString(), "--key", key.text());
    }

    private static void clean(String... arguments) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.dargah.evidence.verify.VerifyProgram"));
        Collections.addAll(command, arguments);
        Process verify = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verify.waitFor()).as(said).isZero();
    }
}
