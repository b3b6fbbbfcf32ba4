package org.dargah.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.dargah.Visitor;

/** Everybody around a disk that fills up: who asks, who reads pages, who audits afterwards. */
final class FullDisk {

    private static final int PROGRAMS = 9;
    private static final int MEGA = 1_000_000;

    /** No refusal takes longer, with a margin for a machine that is busy. */
    private static final double PATIENCE_SECONDS = 15;

    private static final List<String> REFUSALS =
            List.of(
                    "503 /problems/unavailable",
                    "500 Server.ServerProxy.LoggingFailed",
                    "500 Server.ServerProxy.InternalError");

    private final ReadWriteLock turns = new ReentrantReadWriteLock(true);
    private final Running program;
    private final Ballast ballast;
    private final Visitor administrator;
    private final Admission.Organisation organisation;
    private final Acknowledged acknowledged;
    private final Receipts receipts;
    private final Auditor auditor;
    private int checked;

    FullDisk(
            Running program,
            Ballast ballast,
            Visitor administrator,
            Admission.Organisation organisation,
            Acknowledged acknowledged,
            Receipts receipts,
            Auditor auditor) {
        this.program = program;
        this.ballast = ballast;
        this.administrator = administrator;
        this.organisation = organisation;
        this.acknowledged = acknowledged;
        this.receipts = receipts;
        this.auditor = auditor;
    }

    /** A way to fill the disk. */
    @FunctionalInterface
    interface Filling {
        void fill() throws Exception;
    }

    void fill(String how, Filling filling) throws Exception {
        var unanswered = new Unanswered();
        List<Inquirer> programs =
                Stream.generate(
                                () ->
                                        new Inquirer(
                                                organisation,
                                                DiskProof.PORT,
                                                acknowledged,
                                                unanswered,
                                                turns.readLock()))
                        .limit(PROGRAMS)
                        .toList();
        List<Thread> asking = programs.stream().map(Thread.ofPlatform()::start).toList();
        awaitMore();
        assertThat(unanswered.words()).as("while there is room").isEmpty();
        filling.fill();
        Awaitility.await("a first refusal")
                .atMost(Duration.ofSeconds(60))
                .until(() -> unanswered.sum() > 0);
        String pages = watch(unanswered);
        ballast.drop();
        awaitMore();
        programs.forEach(Inquirer::end);
        for (Thread one : asking) {
            one.join();
        }
        assertThat(REFUSALS).as("what was said instead").containsAll(unanswered.words().keySet());
        assertThat(unanswered.longestSeconds()).isLessThan(PATIENCE_SECONDS);
        check();
        say(how, unanswered, pages);
    }

    /** Asking goes on by itself: it did before, and does again when there is room. */
    private void awaitMore() throws IOException {
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
    void fell() throws Exception {
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

    private void check() throws Exception {
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
