package org.dargah.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.dargah.ProgramKey;
import org.dargah.evidence.note.Checkpoint;
import org.dargah.evidence.note.SignedNote;
import org.dargah.evidence.note.VerifierKey;
import org.junit.jupiter.api.Test;

/**
 * kill -9 of the program, every other time with its database, while programs of an organisation ask
 * registries. After each restart every answer that was received whole has its record under a
 * receipt that holds, and whoever verifies finds the log clean and an extension of the last
 * checkpoint that was seen before the kill.
 */
class EvidenceKillProof {

    private static final int PORT = 18_083;
    private static final int PROGRAMS = 9;
    private static final int CHECKERS = 6;
    private static final String HOME = "http://127.0.0.1:" + PORT;

    private final Path data;
    private final Unanswered unanswered = new Unanswered();
    private final ReadWriteLock turns = new ReentrantReadWriteLock(true);
    private int checked;
    private long longest;

    EvidenceKillProof() throws IOException {
        data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "prove-evidence");
    }

    @Test
    void whoeverHoldsAWholeAnswerHoldsOneThatLeftItsEvidence() throws Exception {
        int kills = Integer.getInteger("kills", 50);
        var random = new Random(kills);
        Running program = Running.start(data, PORT);
        try (var acknowledged = new Acknowledged(data.resolve("acknowledged.txt"))) {
            var organisation = new Admission(data, PORT).admit(ProgramKey.ec());
            var civil = Receipts.saidByRegistry(program.sandbox());
            VerifierKey key = VerifierKey.parse(get("/evidence/key").strip()).orElseThrow();
            List<Inquirer> programs = programs(organisation, acknowledged);
            List<Thread> asking = programs.stream().map(Thread.ofPlatform()::start).toList();
            for (int kill = 1; kill <= kills; kill++) {
                TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(4_000));
                String before = get("/evidence/checkpoint");
                program.kill(kill % 2 == 0);
                List<String> all = acknowledged.all();
                program.restart();
                // Else more would come while these are checked than there were to check.
                turns.writeLock().lock();
                try {
                    verify(key, before);
                    check(receipts(organisation, key, civil), all.subList(checked, all.size()));
                } finally {
                    turns.writeLock().unlock();
                }
                say(kill, kills, before);
            }
            programs.forEach(Inquirer::end);
            for (Thread one : asking) {
                one.join();
            }
            checked = 0;
            check(receipts(organisation, key, civil), acknowledged.all());
            verify(key, get("/evidence/checkpoint"));
            sayAll(kills);
        } finally {
            program.stop();
        }
    }

    private List<Inquirer> programs(
            Admission.Organisation organisation, Acknowledged acknowledged) {
        return Stream.generate(
                        () ->
                                new Inquirer(
                                        organisation,
                                        PORT,
                                        acknowledged,
                                        unanswered,
                                        turns.readLock()))
                .limit(PROGRAMS)
                .toList();
    }

    private static String get(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(HOME + path)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private Receipts receipts(
            Admission.Organisation organisation, VerifierKey key, Map<String, String> civil) {
        return new Receipts(
                Inquirer.signIn(organisation, PORT), organisation.id(), key, data, civil);
    }

    /** As anyone does from outside, and as the operator does with the private records. */
    private void verify(VerifierKey key, String before) throws IOException, InterruptedException {
        Path seen = Files.writeString(data.resolve("seen"), before);
        clean(HOME, "--key", key.text(), "--state", seen.toString());
        clean("--data", data.toString(), "--key", key.text());
    }

    private void clean(String... arguments) throws IOException, InterruptedException {
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
        Process verify =
                new ProcessBuilder(command)
                        .redirectError(
                                ProcessBuilder.Redirect.appendTo(data.resolve("err.log").toFile()))
                        .start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verify.waitFor()).as(said).isZero();
        longest = Math.max(longest, size(get("/evidence/checkpoint")));
    }

    private static long size(String note) {
        return SignedNote.parse(note)
                .flatMap(it -> Checkpoint.parse(it.text()))
                .orElseThrow()
                .size();
    }

    private void check(Receipts receipts, List<String> lines) throws Exception {
        assertThat(lines).as("answers between two kills").isNotEmpty();
        checkAll(receipts, lines);
        checked += lines.size();
    }

    private static void checkAll(Receipts receipts, List<String> lines) throws Exception {
        var next = new AtomicInteger();
        Callable<Void> checker =
                () -> {
                    for (int i = next.getAndIncrement();
                            i < lines.size();
                            i = next.getAndIncrement()) {
                        receipts.check(HeardAnswer.of(lines.get(i)));
                    }
                    return null;
                };
        try (ExecutorService checkers = Executors.newFixedThreadPool(CHECKERS)) {
            for (Future<Void> done : checkers.invokeAll(Collections.nCopies(CHECKERS, checker))) {
                done.get();
            }
        }
    }

    private void say(int kill, int kills, String before) {
        IO.println(
                """
                kill %d of %d: %d answers were received whole, each has its record; the log is \
                clean and extends the %d entries seen before the kill\
                """
                        .formatted(kill, kills, checked, size(before)));
    }

    private void sayAll(int kills) {
        IO.println(
                """
                %d kills, %d of them with the database; %d answers received whole, all with record \
                and receipt; %d questions without an answer; %d entries in the log, one past\
                """
                        .formatted(kills, kills / 2, checked, unanswered.sum(), longest));
    }
}
