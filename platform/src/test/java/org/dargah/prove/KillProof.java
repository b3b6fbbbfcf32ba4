package org.dargah.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Personas;
import org.junit.jupiter.api.Test;

/**
 * kill -9 of the program, every other time with its database, while citizens apply. After each
 * restart every code that was acknowledged reads back exactly once, with its act; in the end every
 * one of them is decided, once.
 */
class KillProof {

    private static final int PORT = 18_080;
    private static final List<Citizen> CITIZENS =
            List.of(Personas.SHOPKEEPER, Personas.GRADUATE, Personas.EXEMPT, Personas.OFFICE_OWNER);

    @Test
    void nothingAcknowledgedIsLostOrDoneTwice() throws Exception {
        int kills = Integer.getInteger("kills", 30);
        Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "prove-kill");
        Running program = Running.start(data, PORT);
        try (var acknowledged = new Acknowledged(data.resolve("acknowledged.txt"))) {
            List<Thread> citizens = citizens(acknowledged);
            var random = new Random(kills);
            for (int kill = 1; kill <= kills; kill++) {
                TimeUnit.MILLISECONDS.sleep(2_000 + random.nextInt(4_000));
                program.kill(kill % 2 == 0);
                program.restart();
                int codes = check(program, acknowledged.all(), "CASE_SUBMITTED");
                IO.println(
                        "kill %d of %d: %d acknowledged, none lost, none doubled"
                                .formatted(kill, kills, codes));
            }
            for (Thread citizen : citizens) {
                citizen.interrupt();
                citizen.join();
            }
            drain(program, acknowledged.all());
            check(program, acknowledged.all(), "CASE_APPROVED");
            check(program, acknowledged.all(), "CERTIFICATE_ISSUED");
        } finally {
            program.stop();
        }
    }

    private static List<Thread> citizens(Acknowledged acknowledged) throws Exception {
        var threads = new ArrayList<Thread>();
        for (Citizen citizen : CITIZENS) {
            var submitter = new Submitter(PORT, citizen, acknowledged);
            submitter.signIn();
            threads.add(Thread.ofPlatform().start(submitter));
        }
        return threads;
    }

    /** Each code stands once, as a submitted case, with this act once. */
    private static int check(Running program, List<String> codes, String act)
            throws IOException, SQLException {
        try (Connection database = program.database();
                var query =
                        database.prepareStatement(
                                """
                                select count(distinct c.id), count(a.id) from cases.case_file c
                                left join acts.act a on a.province = c.province and a.case_id = c.id and a.act = ?
                                where c.province = 'IR-08' and c.tracking = ? and c.submitted_at is not null
                                """)) {
            for (String code : codes) {
                query.setString(1, act);
                query.setString(2, code);
                try (var rows = query.executeQuery()) {
                    rows.next();
                    assertThat(rows.getInt(1)).as("cases of %s", code).isEqualTo(1);
                    assertThat(rows.getInt(2)).as("%s of %s", act, code).isEqualTo(1);
                }
            }
        }
        return codes.size();
    }

    /** Waits until the engine has decided all that was acknowledged. */
    private static void drain(Running program, List<String> codes) throws Exception {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
        while (open(program) > 0) {
            assertThat(System.nanoTime())
                    .as("still undecided of %s", codes.size())
                    .isLessThan(until);
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static int open(Running program) throws IOException, SQLException {
        try (Connection database = program.database();
                var query = database.createStatement();
                var rows =
                        query.executeQuery(
                                """
                                select count(*) from cases.case_file c
                                where c.province = 'IR-08' and c.stage in ('SUBMITTED', 'REVIEWING', 'AWAITING_REGISTRY')
                                """)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
