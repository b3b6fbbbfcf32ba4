package org.dargah.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * kill -9 of a process that leaves evidence under load, every other time with its database. After
 * each restart everything that was promised stands in its place with the row that belongs to it,
 * and whoever verifies finds the log clean and an extension of what was there before.
 */
class EvidenceKillProof {

    private final Path data;
    private int promised;

    EvidenceKillProof() throws IOException {
        data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "prove-evidence");
    }

    @Test
    void nothingPromisedIsMissingAndThereIsOnePast() throws Exception {
        int kills = Integer.getInteger("kills", 50);
        var random = new Random(kills);
        for (int kill = 1; kill <= kills; kill++) {
            Path acknowledged = data.resolve("acknowledged-" + kill);
            Process leaver = start(acknowledged);
            // Some die before their first checkpoint, some in the middle of many.
            TimeUnit.MILLISECONDS.sleep(random.nextInt(2_500));
            if (kill > 1) {
                check(data.resolve("acknowledged-" + (kill - 1)));
            }
            kill(leaver, kill % 2 == 0);
            IO.println(
                    "kill %d of %d: %d promised before, none missing, the log is clean"
                            .formatted(kill, kills, promised));
        }
        Process last = start(data.resolve("acknowledged-last"));
        check(data.resolve("acknowledged-" + kills));
        kill(last, true);
    }

    private Process java(String program, String... arguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                program));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(data.resolve("err.log").toFile()))
                .start();
    }

    private Process start(Path acknowledged) throws IOException {
        Process leaver = java(Leaver.class.getName(), data.toString(), acknowledged.toString());
        BufferedReader said = leaver.inputReader();
        String line = said.readLine();
        while (line != null && !line.equals("leaving")) {
            line = said.readLine();
        }
        assertThat(line).as("it starts; see %s", data.resolve("err.log")).isNotNull();
        Thread.ofVirtual().start(() -> said.lines().forEach(rest -> {}));
        return leaver;
    }

    private void kill(Process leaver, boolean databaseToo)
            throws IOException, InterruptedException {
        if (databaseToo) {
            long postmaster = Long.parseLong(postmaster().getFirst().strip());
            ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
        }
        leaver.destroyForcibly().waitFor();
    }

    private List<String> postmaster() throws IOException {
        return Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
    }

    private void check(Path acknowledged) throws Exception {
        Process verify =
                java(
                        "org.dargah.evidence.verify.VerifyProgram",
                        "--data",
                        data.toString(),
                        "--state",
                        data.resolve("seen").toString());
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verify.waitFor()).as(said).isZero();
        promised += checkPlaces(Files.readAllLines(acknowledged));
    }

    private int checkPlaces(List<String> places) throws IOException, SQLException {
        try (Connection database =
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:"
                                        + postmaster().get(3).strip()
                                        + "/dargah",
                                "dargah",
                                Files.readString(data.resolve("password-dargah")).strip());
                var query =
                        database.prepareStatement(
                                """
                                select count(*) from unnest(?::bigint[], ?::uuid[]) as p (leaf_index, id)
                                join evidence.record r on r.province = 'IR-08'
                                    and r.leaf_index = p.leaf_index and r.id = p.id
                                join public.asked a on a.leaf_index = p.leaf_index and a.id = p.id
                                """)) {
            query.setArray(1, database.createArrayOf("bigint", part(places, 0)));
            query.setArray(2, database.createArrayOf("uuid", part(places, 1)));
            try (var rows = query.executeQuery()) {
                rows.next();
                assertThat(rows.getInt(1)).as("of those promised").isEqualTo(places.size());
            }
        }
        return places.size();
    }

    private static Object[] part(List<String> places, int number) {
        return places.stream().map(place -> place.split(" ", 2)[number]).toArray();
    }
}
