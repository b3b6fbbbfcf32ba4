package org.dargah.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.Test;

/**
 * kill -9 while files are sent on the web form: while bytes arrive, and between the last byte and
 * the acknowledgement. After each restart a file is wholly there or not at all; the one that the
 * case names is the last acknowledged or a later one; no row is without an answer that names it. In
 * the end the sweep leaves no bytes without a row.
 */
class UploadKillProof {

    private static final int PORT = 18_082;
    private static final List<Citizen> CITIZENS = List.of(Personas.SHOPKEEPER, Personas.GRADUATE);

    @Test
    void aFileIsWhollyThereOrNotAtAll() throws Exception {
        int kills = Integer.getInteger("kills", 10);
        Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "prove-files");
        Path temporary = Files.createDirectory(data.resolve("tmp"));
        Running program = Running.start(data, PORT, "-Djava.io.tmpdir=" + temporary);
        var shelves = new Shelves(program, data);
        var random = new Random();
        try (var sent = new Acknowledged(data.resolve("sent.txt"));
                var kept = new Acknowledged(data.resolve("kept.txt"))) {
            var aim = new Aim<Sender.Step>();
            List<Sender> senders = senders(sent, kept, aim, random);
            for (int kill = 1; kill <= kills; kill++) {
                List<Thread> threads = senders.stream().map(Thread.ofPlatform()::start).toList();
                Sender.Step step = kill % 2 == 0 ? Sender.Step.STORING : Sender.Step.ARRIVING;
                TimeUnit.MILLISECONDS.sleep(random.nextInt(4_000));
                aim.await(step, step == Sender.Step.ARRIVING ? 300 : 60, random);
                program.kill(kill / 2 % 2 == 1);
                end(threads);
                program.restart();
                int whole = check(shelves, senders, sent.all(), kept.all());
                IO.println(
                        "kill %d of %d, %s: %d sent, %d acknowledged, %d files named by their cases are whole, %d lie on the disk"
                                .formatted(
                                        kill,
                                        kills,
                                        step,
                                        sent.all().size(),
                                        kept.all().size(),
                                        whole,
                                        shelves.lying().size()));
            }
            shelves.age();
            program.kill(false);
            program.restart();
            Set<String> spokenOf =
                    shelves.rows().stream()
                            .map(Shelves.Row::sha256)
                            .collect(Collectors.toCollection(TreeSet::new));
            shelves.awaitSwept(spokenOf);
            check(shelves, senders, sent.all(), kept.all());
            assertThat(leftIn(temporary)).as("bytes outside of the data folder").isEmpty();
            IO.println("in the end: swept, %d files on the disk".formatted(spokenOf.size()));
        } finally {
            program.stop();
        }
    }

    private static List<Sender> senders(
            Acknowledged sent, Acknowledged kept, Aim<Sender.Step> aim, Random random)
            throws Exception {
        var senders = new ArrayList<Sender>();
        for (Citizen citizen : CITIZENS) {
            var sender = new Sender(PORT, citizen, sent, kept, aim, random.nextLong());
            sender.begin();
            senders.add(sender);
        }
        return senders;
    }

    private static void end(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.interrupt();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** How many files their cases name; each of them whole on the disk and by HTTP. */
    private static int check(
            Shelves shelves, List<Sender> senders, List<String> sent, List<String> kept)
            throws Exception {
        List<Shelves.Row> rows = shelves.rows();
        int whole = 0;
        for (Shelves.Row row : rows) {
            assertThat(row.answer()).as("the case of %s names it", row).isEqualTo(row.id());
            shelves.insistOnBytes(row);
        }
        for (Sender sender : senders) {
            List<Shelves.Row> own =
                    rows.stream().filter(row -> row.tracking().equals(sender.code())).toList();
            List<String> possible = possible(sender.code(), sent, kept);
            boolean acknowledged = kept.stream().anyMatch(line -> line.startsWith(sender.code()));
            assertThat(own)
                    .as("files of %s", sender.code())
                    .hasSizeBetween(acknowledged ? 1 : 0, 1);
            for (Shelves.Row row : own) {
                assertThat(possible).as("what %s may name", sender.code()).contains(row.sha256());
                assertThat(Sender.sha256(sender.download(row.id()))).isEqualTo(row.sha256());
                whole++;
            }
        }
        return whole;
    }

    /** The last acknowledged file of a case and all that were sent after it. */
    private static List<String> possible(String code, List<String> sent, List<String> kept) {
        List<String> own = sent.stream().filter(line -> line.startsWith(code)).toList();
        List<String> known = kept.stream().filter(line -> line.startsWith(code)).toList();
        return own.subList(known.isEmpty() ? 0 : own.indexOf(known.getLast()), own.size()).stream()
                .map(line -> line.substring(code.length() + 1))
                .toList();
    }

    private static List<String> leftIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(name -> name.contains("upload"))
                    .toList();
        }
    }
}
