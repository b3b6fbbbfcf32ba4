package org.dargah.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bytes on the disk beside the rows that speak of them. */
final class Shelves {

    private final Running program;
    private final Path files;

    Shelves(Running program, Path data) {
        this.program = program;
        this.files = data.resolve("files");
    }

    /**
     * A file that a row speaks of.
     *
     * @param answer the document that the case names as its plan, or empty
     */
    record Row(String id, String tracking, String sha256, long size, String answer) {}

    List<Row> rows() throws IOException, SQLException {
        var all = new ArrayList<Row>();
        try (Connection database = program.database();
                var query = database.createStatement();
                var rows =
                        query.executeQuery(
                                """
                                select f.id, c.tracking, encode(f.sha256, 'hex'), f.size,
                                    coalesce(c.answers ->> 'plan', '')
                                from documents.file f
                                join cases.case_file c on c.province = f.province and c.id = f.case_id
                                where f.province = 'IR-08'
                                """)) {
            while (rows.next()) {
                all.add(
                        new Row(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getLong(4),
                                rows.getString(5)));
            }
        }
        return all;
    }

    /** The bytes of a row are on the disk, all of them. */
    void insistOnBytes(Row row) throws IOException {
        Path file = files.resolve(row.sha256().substring(0, 2)).resolve(row.sha256());
        byte[] content = Files.readAllBytes(file);
        assertThat(content).as(row.toString()).hasSize((int) row.size());
        assertThat(Sender.sha256(content)).as(row.toString()).isEqualTo(row.sha256());
    }

    /** Everything that lies on the disk, with and without a row. */
    Set<String> lying() throws IOException {
        try (Stream<Path> all = Files.walk(files)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** As if two days had gone by: the grace of the sweep, and more than its pause. */
    void age() throws IOException, SQLException {
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        try (Stream<Path> all = Files.walk(files)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, old);
            }
        }
        try (Connection database = program.database();
                var update = database.createStatement()) {
            update.executeUpdate(
                    """
                    update jobs.scheduled_tasks set execution_time = execution_time - interval '2 days'
                    where task_name = 'documents-sweep'
                    """);
        }
    }

    /** Waits until nothing lies there but what rows speak of. */
    void awaitSwept(Set<String> spokenOf) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!lying().equals(spokenOf)) {
            assertThat(System.nanoTime())
                    .as("bytes that nobody speaks of lie in %s", files)
                    .isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }
}
