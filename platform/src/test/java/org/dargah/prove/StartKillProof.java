package org.dargah.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.dargah.authoring.Authors;
import org.dargah.kernel.Tehran;
import org.junit.jupiter.api.Test;

/**
 * Services are approved for an hour to come. The program is killed before that hour, and again and
 * again while what has become due is starting, every other time with its database. In the end each
 * of them began, once.
 */
class StartKillProof {

    private static final int PORT = 18_081;
    private static final String AGENCY = "education";
    private static final int A_TIME = 5;

    @Test
    void whatWasApprovedForAnHourBeginsOnce() throws Exception {
        int kills = Integer.getInteger("kills", 5);
        Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "prove-starts");
        Running program = Running.start(data, PORT);
        try {
            List<String> codes = approved(data, kills * A_TIME);
            program.kill(false);
            program.restart();
            var random = new Random(kills);
            for (int kill = 1; kill <= kills; kill++) {
                List<String> due = codes.subList((kill - 1) * A_TIME, kill * A_TIME);
                assertThat(begun(program, due)).as("before their hour").isZero();
                comes(program, due);
                waitFor(program, due, 1);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(150));
                int before = begun(program, due);
                program.kill(kill % 2 == 0);
                program.restart();
                waitFor(program, due, A_TIME);
                IO.println(
                        "kill %d of %d: %d of %d had begun, now all"
                                .formatted(kill, kills, before, A_TIME));
            }
            TimeUnit.SECONDS.sleep(11);
            checkOnce(program, codes);
        } finally {
            program.stop();
        }
    }

    private static List<String> approved(Path data, int many) {
        var authors = new Authors(PORT, username -> password(data, username));
        var codes = new ArrayList<String>();
        for (int number = 1; number <= many; number++) {
            String code = "starts-" + number;
            authors.approveFor(
                    Tehran.today(Clock.systemUTC()).plusDays(30),
                    AGENCY,
                    Authors.pack(AGENCY, code));
            codes.add(code);
        }
        return codes;
    }

    private static String password(Path data, String username) {
        try {
            return Admission.password(data, username);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hour is a column of the draft; here it comes at once. */
    private static void comes(Running program, List<String> codes)
            throws IOException, SQLException {
        try (Connection database = program.database();
                var update =
                        database.prepareStatement(
                                """
                                update authoring.draft set starts_at = ?
                                where province = 'IR-08' and code = any (?) and state = 'approved'
                                """)) {
            update.setObject(1, OffsetDateTime.now(Clock.systemUTC()));
            update.setArray(2, database.createArrayOf("text", codes.toArray()));
            assertThat(update.executeUpdate()).isEqualTo(A_TIME);
        }
    }

    private static void waitFor(Running program, List<String> codes, int many) throws Exception {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (begun(program, codes) < many) {
            assertThat(System.nanoTime()).as("%s of %s begun", many, codes).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static int begun(Running program, List<String> codes) throws IOException, SQLException {
        return count(program, "select count(*) from catalog.service where code = any (?)", codes);
    }

    /** One version, one change, and the draft knows it. */
    private static void checkOnce(Running program, List<String> codes)
            throws IOException, SQLException {
        for (String table :
                List.of(
                        "catalog.version where code = any (?)",
                        "catalog.change where code = any (?)",
                        "acts.act where act = 'SERVICE_PUBLISHED' and details->>'service' = any"
                                + " (?)",
                        "authoring.draft where state = 'published' and version is not null"
                                + " and code = any (?)")) {
            assertThat(count(program, "select count(*) from " + table, codes))
                    .as(table)
                    .isEqualTo(codes.size());
        }
    }

    private static int count(Running program, String sql, List<String> codes)
            throws IOException, SQLException {
        try (Connection database = program.database();
                var query = database.prepareStatement(sql)) {
            query.setArray(1, database.createArrayOf("text", codes.toArray()));
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
