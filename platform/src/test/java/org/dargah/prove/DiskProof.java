package org.dargah.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.dargah.ProgramKey;
import org.dargah.Visitor;
import org.junit.jupiter.api.Test;

/**
 * The disk with the data fills up for real while programs of an organisation ask registries: first
 * until the program itself stops taking evidence, then to the last byte, at last so that the
 * database falls down over it. Whoever has a whole answer, its record stands; everybody else was
 * refused in the exchange's own words; with room again all goes on without anybody's help.
 */
class DiskProof {

    private static final int PORT = 18_085;
    private static final int PROGRAMS = 9;
    private static final String HOME = "http://127.0.0.1:" + PORT;
    private static final int MEGA = 1_000_000;
    private static final long LARGEST_DISK = 2_000L * MEGA;

    /** Below the reserve of the evidence (dargah.evidence.room), far above nothing. */
    private static final long NEARLY = 100L * MEGA;

    /** No refusal takes longer, with a margin for a machine that is busy. */
    private static final double PATIENCE_SECONDS = 15;

    private static final List<String> REFUSALS =
            List.of(
                    "503 /problems/unavailable",
                    "500 Server.ServerProxy.LoggingFailed",
                    "500 Server.ServerProxy.InternalError");

    private final Path disk = smallDisk();
    private final Path data = disk.resolve("data");
    private final FileStore store;
    private final ReadWriteLock turns = new ReentrantReadWriteLock(true);
    private final Ballast ballast;
    private Running program;
    private Visitor administrator;
    private Receipts receipts;
    private Auditor auditor;
    private int checked;

    DiskProof() throws IOException {
        store = Files.getFileStore(disk);
        ballast = new Ballast(disk.resolve("ballast"), store);
    }

    /** Never the machine's own: filling that would be felt by everybody. */
    private static Path smallDisk() {
        String named = System.getProperty("disk", "");
        assertThat(named)
                .as("a folder on a small disk of its own: use ./dargah prove disk")
                .isNotEmpty();
        Path disk = Path.of(named);
        assertThat(disk.toFile().getTotalSpace())
                .as("the size of the disk of %s", disk)
                .isBetween(1L, LARGEST_DISK);
        return disk;
    }

    @Test
    void aFullDiskIsRefusedInWordsAndNothingIsAnsweredWithoutEvidence() throws Exception {
        Files.createDirectories(data);
        program = Running.start(data, PORT);
        Path heard = Files.createTempFile(Path.of("target"), "prove-disk", ".txt");
        Files.delete(heard);
        try (var acknowledged = new Acknowledged(heard)) {
            begin();
            var organisation = new Admission(data, PORT).admit(ProgramKey.ec());
            receipts =
                    new Receipts(
                            Inquirer.signIn(organisation, PORT),
                            organisation.id(),
                            auditor.key(),
                            data,
                            Receipts.saidByRegistry(program.sandbox()));
            fill("nearly full", organisation, acknowledged, () -> ballast.leave(NEARLY));
            fill("full", organisation, acknowledged, () -> ballast.leave(0));
            fill("full, the database fallen", organisation, acknowledged, this::fell);
            assertThat(Files.readString(data.resolve("out.log")))
                    .contains("The database has ended by itself", "The database runs again");
        } finally {
            ballast.drop();
            program.stop();
            Files.deleteIfExists(heard);
        }
    }

    private void begin() throws IOException {
        administrator = new Visitor(PORT);
        administrator.signInAtWork("administrator", Admission.password(data));
        auditor = new Auditor(HOME, data, Path.of("target").toAbsolutePath());
    }

    /** A way to fill the disk. */
    @FunctionalInterface
    private interface Filling {
        void fill() throws Exception;
    }

    private void fill(
            String how,
            Admission.Organisation organisation,
            Acknowledged acknowledged,
            Filling filling)
            throws Exception {
        var unanswered = new Unanswered();
        List<Inquirer> programs =
                Stream.generate(
                                () ->
                                        new Inquirer(
                                                organisation,
                                                PORT,
                                                acknowledged,
                                                unanswered,
                                                turns.readLock()))
                        .limit(PROGRAMS)
                        .toList();
        List<Thread> asking = programs.stream().map(Thread.ofPlatform()::start).toList();
        awaitMore(acknowledged);
        assertThat(unanswered.words()).as("while there is room").isEmpty();
        filling.fill();
        Awaitility.await("a first refusal")
                .atMost(Duration.ofSeconds(60))
                .until(() -> unanswered.sum() > 0);
        String pages = watch(unanswered);
        ballast.drop();
        awaitMore(acknowledged);
        programs.forEach(Inquirer::end);
        for (Thread one : asking) {
            one.join();
        }
        assertThat(REFUSALS).as("what was said instead").containsAll(unanswered.words().keySet());
        assertThat(unanswered.longestSeconds()).isLessThan(PATIENCE_SECONDS);
        check(acknowledged);
        say(how, unanswered, pages);
    }

    /** Asking goes on by itself: it did before, and does again when there is room. */
    private static void awaitMore(Acknowledged acknowledged) throws IOException {
        int before = acknowledged.all().size();
        Awaitility.await("answers")
                .atMost(Duration.ofSeconds(60))
                .until(() -> acknowledged.all().size() > before + 200);
    }

    /** A while of being full, in which whoever deletes something has it filled again. */
    private String watch(Unanswered unanswered) throws Exception {
        var seen = new TreeSet<String>();
        for (int second = 0; second < 15; second++) {
            ballast.again();
            for (String page : List.of("/", "/track", "/work/machine", "/work/clients")) {
                seen.add(page + " " + status(page));
            }
            TimeUnit.SECONDS.sleep(1);
        }
        assertThat(unanswered.sum()).as("refusals").isGreaterThan(PROGRAMS);
        return String.join(", ", seen);
    }

    /** A page is there, or says in words of its own that it cannot be just now. */
    private int status(String address) {
        long began = System.nanoTime();
        Visitor.Page page = administrator.open(address);
        assertThat((System.nanoTime() - began) / 1e9).as(address).isLessThan(PATIENCE_SECONDS);
        assertThat(page.status()).as(address).isIn(200, 503);
        assertThat(page.body()).contains("</html>").doesNotContain("Exception");
        if (page.status() == 503) {
            assertThat(page.body()).contains("دوباره تلاش کنید");
        }
        return page.status();
    }

    /**
     * A busy day writes as much: the database's log asks for its next file, and there is no room.
     */
    private void fell() throws Exception {
        ballast.leave(0);
        long before = program.postmaster();
        try (Connection database = program.superuser();
                var writing =
                        database.prepareStatement(
                                "select pg_logical_emit_message(true, 'prove', ?)")) {
            writing.setString(1, "x".repeat(MEGA));
            for (int mega = 0; mega < 1_000; mega++) {
                writing.execute();
            }
            throw new AssertionError("A log of 1 GB found room on a full disk");
        } catch (SQLException fallen) {
            Awaitility.await("the database falls")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> ProcessHandle.of(before).isEmpty());
        }
    }

    private void check(Acknowledged acknowledged) throws Exception {
        List<String> all = acknowledged.all();
        for (String line : all.subList(checked, all.size())) {
            receipts.check(HeardAnswer.of(line));
        }
        checked = all.size();
        auditor.findsAllClean();
    }

    private void say(String how, Unanswered unanswered, String pages) throws IOException {
        IO.println(
                """
                %s: %d answers received whole, each with its record; refused %s, the slowest after \
                %.1f s; pages %s; with room again all went on, the log is clean\
                """
                        .formatted(
                                how,
                                checked,
                                unanswered.words(),
                                unanswered.longestSeconds(),
                                pages));
    }
}
