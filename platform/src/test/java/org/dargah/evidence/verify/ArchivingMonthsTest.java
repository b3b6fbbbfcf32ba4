package org.dargah.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.dargah.DargahTest;
import org.dargah.evidence.EvidenceLog;
import org.dargah.evidence.Evident;
import org.dargah.evidence.Left;
import org.dargah.evidence.Place;
import org.dargah.evidence.archive.Archive;
import org.dargah.evidence.internal.Appender;
import org.dargah.evidence.internal.ArchiveRows;
import org.dargah.evidence.internal.Archiving;
import org.dargah.evidence.internal.Checkpoints;
import org.dargah.evidence.internal.LogKey;
import org.dargah.evidence.internal.LogRows;
import org.dargah.evidence.note.Checkpoint;
import org.dargah.evidence.note.SignedNote;
import org.dargah.kernel.Province;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Months go by: their records go to files, which hold on to each other and to the public log. */
@DargahTest
class ArchivingMonthsTest {

    private static final Province PROVINCE = new Province("IR-08");
    private static final Evident<String> TEXTS =
            new Evident<>() {
                @Override
                public byte[] record(String thing) {
                    return thing.getBytes(StandardCharsets.UTF_8);
                }

                @Override
                public void keep(List<Left<String>> left) {
                    // Nothing but the record.
                }
            };

    @Autowired EvidenceLog log;
    @Autowired JdbcTemplate jdbc;
    @Autowired LogRows records;
    @Autowired ArchiveRows closed;
    @Autowired Checkpoints checkpoints;
    @Autowired Appender appender;
    @Autowired LogKey key;

    /** The program's own: its clock may have travelled, and it has archived months here before. */
    @Value("${dargah.data}")
    Path data;

    private Place last = new Place(0, new UUID(0, 0));

    @BeforeEach
    void twoMonthsGoBy() {
        last = log.leave("asked", TEXTS);
        archive();
        last = log.leave("asked again", TEXTS);
        archive();
    }

    private void archive() {
        Awaitility.await().until(() -> log.receipt(last.index()).isPresent());
        // Each lives later than the one before: a month is archived once, and a while after its
        // end.
        YearMonth next =
                closed.last(PROVINCE)
                        .map(month -> month.month().plusMonths(1))
                        .orElseGet(() -> YearMonth.now(ZoneOffset.UTC));
        Instant over = next.plusMonths(2).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Clock clock = Clock.fixed(over, ZoneOffset.UTC);
        var archiving =
                new Archiving(
                        records, closed, checkpoints, appender, key, clock, PROVINCE.code(), data);
        // What somebody else leaves meanwhile is not signed yet: then the next round does it.
        int before = closed.all(PROVINCE).size();
        Awaitility.await()
                .until(
                        () -> {
                            archiving.round();
                            return closed.all(PROVINCE).size() > before;
                        });
    }

    private Archive folder() {
        return new Archive(Archiving.folder(data, PROVINCE));
    }

    private Optional<String> finding() throws IOException {
        SignedNote note = SignedNote.parse(log.checkpoint().orElseThrow()).orElseThrow();
        return new ArchiveCheck(
                        folder(),
                        new DatabaseLog(jdbc, PROVINCE),
                        Checkpoint.parse(note.text()).orElseThrow().size(),
                        closed.all(PROVINCE).stream().map(ArchiveRows.Closed::hash).toList())
                .finding();
    }

    private Path file(String ending) {
        return Archiving.folder(data, PROVINCE)
                .resolve(closed.last(PROVINCE).orElseThrow().month() + ending);
    }

    @Test
    void everyRecordOfTheMonthsOpensItsPublicEntry() throws IOException {
        assertThat(finding()).isEmpty();
        assertThat(folder().months()).hasSameSizeAs(closed.all(PROVINCE)).hasSizeGreaterThan(1);
        assertThat(closed.last(PROVINCE).orElseThrow().until()).isGreaterThan(last.index());
    }

    @Test
    void thatAMonthWasArchivedIsEvidenceItself() {
        ArchiveRows.Closed month = closed.last(PROVINCE).orElseThrow();
        long leaf =
                JdbcClient.create(jdbc)
                        .sql("select leaf_index from evidence.archive where month = :month")
                        .param("month", month.month().toString())
                        .query(Long.class)
                        .single();
        assertThat(log.opened(leaf).orElseThrow().text()).contains(month.hash());
    }

    @Test
    void anAlteredRecordIsNamed() throws IOException {
        String altered =
                findingIf(
                        lines -> {
                            String line = lines.removeLast();
                            lines.add(line.replaceFirst("\"record\":\"..", "\"record\":\"AA"));
                        });
        assertThat(altered).matches("Record \\d+ .* was altered: .*");
    }

    @Test
    void aRemovedRecordIsNamed() throws IOException {
        assertThat(findingIf(List::removeLast))
                .matches("Record \\d+ was removed from the archive of .*");
    }

    @Test
    void aRemovedFileOfRecordsIsNamed() throws IOException {
        byte[] whole = Files.readAllBytes(file(".jsonl.gz"));
        Files.delete(file(".jsonl.gz"));
        assertThat(finding().orElseThrow())
                .startsWith("The file of records of")
                .endsWith("removed.");
        Files.write(file(".jsonl.gz"), whole);
    }

    @Test
    void aRemovedMonthIsMissed() throws IOException {
        String month = Files.readString(file(".json"));
        Files.delete(file(".json"));
        assertThat(finding().orElseThrow()).contains("the database says were archived");
        Files.writeString(file(".json"), month);
    }

    /** Changes the lines of the last month, looks, and puts the month back. */
    private String findingIf(Consumer<List<String>> change) throws IOException {
        Path file = file(".jsonl.gz");
        byte[] whole = Files.readAllBytes(file);
        try (var packed = new GZIPInputStream(new ByteArrayInputStream(whole));
                var altered = new GZIPOutputStream(Files.newOutputStream(file))) {
            var lines =
                    new ArrayList<>(
                            new String(packed.readAllBytes(), StandardCharsets.UTF_8)
                                    .lines()
                                    .toList());
            change.accept(lines);
            lines.add("");
            altered.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        String finding = finding().orElseThrow();
        Files.write(file, whole);
        return finding;
    }
}
