package org.dargah.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.dargah.Visitor;
import org.dargah.kernel.PersianText;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.dargah.ui.Words;
import org.junit.jupiter.api.Test;

/**
 * kill -9 in the middle of payments: while the provider takes the money, while the payer is on the
 * way back, while Dargah asks the provider, and while it reconciles. After each restart everything
 * that the provider took has made one submitted case, with one act and one pair of postings, and no
 * case was paid for twice.
 */
class PaymentKillProof {

    private static final int PORT = 18_081;
    private static final List<Payer.Step> STEPS = List.of(Payer.Step.values());
    private static final List<Citizen> CITIZENS =
            List.of(Personas.SHOPKEEPER, Personas.GRADUATE, Personas.EXEMPT, Personas.OFFICE_OWNER);

    /** The provider is slow, so that a kill falls while it is asked. */
    private static final Map<String, String> SLOWNESS =
            Map.of("latency", "200", "jitter", "600", "fault", "none");

    @Test
    void whatWasPaidIsOneCaseAndPaidOnce() throws Exception {
        int kills = Integer.getInteger("kills", 10);
        Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "prove-pay");
        Running program =
                Running.start(
                        data, PORT, "-Ddargah.payments.recheck=2s", "-Ddargah.payments.pause=3s");
        var books = new Books(program);
        var random = new Random();
        try (var paid = new Acknowledged(data.resolve("paid.txt"));
                var receipts = new Acknowledged(data.resolve("receipts.txt"))) {
            var aim = new Aim<Payer.Step>();
            List<Payer> payers = payers(paid, receipts, aim, random);
            slowDown();
            List<Thread> threads = payers.stream().map(Thread.ofPlatform()::start).toList();
            for (int kill = 1; kill <= kills; kill++) {
                Payer.Step step = STEPS.get((kill - 1) % STEPS.size());
                Instant moment = strike(program, aim, step, random, kill / 4 % 2 == 1);
                Map<String, Books.Settled> cases = check(books, paid, receipts);
                slowDown();
                IO.println(
                        "kill %d of %d, %s: %d paid, of them %d before the kill and known after it; none lost, none taken twice"
                                .formatted(
                                        kill,
                                        kills,
                                        step,
                                        cases.size(),
                                        cases.values().stream()
                                                .filter(money -> money.straddles(moment))
                                                .count()));
            }
            for (Thread thread : threads) {
                thread.interrupt();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            Map<String, Books.Settled> cases = check(books, paid, receipts);
            assertThat(books.refunds()).as("refunds").isZero();
            IO.println(
                    "in the end: %d paid, %d receipts acknowledged, %d of them found out by Dargah alone, %d shown"
                            .formatted(
                                    cases.size(),
                                    new TreeSet<>(receipts.all()).size(),
                                    payers.stream().mapToInt(Payer::foundOut).sum(),
                                    shown(payers, cases)));
        } finally {
            program.stop();
        }
    }

    private static List<Payer> payers(
            Acknowledged paid, Acknowledged receipts, Aim<Payer.Step> aim, Random random)
            throws Exception {
        var payers = new ArrayList<Payer>();
        for (Citizen citizen : CITIZENS) {
            var payer = new Payer(PORT, citizen, paid, receipts, aim, random.nextLong());
            payer.signIn();
            payers.add(payer);
        }
        return payers;
    }

    /** By the page of the sandbox; it forgets it at each start. */
    private static void slowDown() {
        new Visitor(PORT).submit(new Visitor.Form("/sandbox/control/pay", SLOWNESS));
    }

    private static Instant strike(
            Running program, Aim<Payer.Step> aim, Payer.Step step, Random random, boolean database)
            throws Exception {
        int longest =
                switch (step) {
                    case PAYING -> 40;
                    case RETURNING -> 400;
                    case VERIFYING -> 900;
                    case SILENT -> 1;
                };
        aim.await(step, longest, random);
        if (step == Payer.Step.SILENT) {
            awaitRound(program);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(800));
        }
        program.kill(database);
        Instant moment = Instant.now();
        program.restart();
        return moment;
    }

    /** Until a round of reconciliation has payments in its hand. */
    private static void awaitRound(Running program) throws Exception {
        try (Connection database = program.database();
                var query =
                        database.prepareStatement(
                                """
                                select count(*) from jobs.scheduled_tasks
                                where task_name = 'payments-reconciliation' and picked and exists (
                                    select from payments.payment where province = 'IR-08'
                                    and state = 'waiting' and next_check > asked_at + interval '3 s')
                                """)) {
            for (int tries = 0; tries < 2_000; tries++) {
                try (var rows = query.executeQuery()) {
                    rows.next();
                    if (rows.getInt(1) > 0) {
                        return;
                    }
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        throw new AssertionError("Nothing is reconciled");
    }

    /** What was acknowledged before the books are read stands in them. */
    private static Map<String, Books.Settled> check(
            Books books, Acknowledged paid, Acknowledged receipts) throws Exception {
        Set<String> acknowledged = new TreeSet<>(receipts.all());
        for (String line : paid.all()) {
            acknowledged.add(line.substring(0, line.indexOf(' ')));
        }
        List<Books.Taken> taken = books.taken();
        books.awaitKnown(taken);
        Map<String, Books.Settled> cases = books.compare(taken);
        assertThat(cases.keySet()).as("paid cases").containsAll(acknowledged);
        return cases;
    }

    /** Every case that was paid for has its receipt, with the provider's reference on it. */
    private static int shown(List<Payer> payers, Map<String, Books.Settled> cases) {
        int shown = 0;
        for (Map.Entry<String, Books.Settled> paid : cases.entrySet()) {
            String digits = PersianText.digits(paid.getValue().money().reference(), Words.PERSIAN);
            assertThat(payers.stream().map(payer -> payer.receipt(paid.getKey())))
                    .as("receipt of %s", paid)
                    .filteredOn(page -> page.contains(digits))
                    .hasSize(1);
            shown++;
        }
        return shown;
    }
}
