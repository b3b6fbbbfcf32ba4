package org.dargah.evidence.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.dargah.evidence.Evident;
import org.dargah.evidence.Left;
import org.dargah.evidence.archive.Archive;
import org.dargah.evidence.archive.ArchivedMonth;
import org.dargah.evidence.internal.ArchiveRows.Closed;
import org.dargah.evidence.note.Checkpoint;
import org.dargah.evidence.note.SignedNote;
import org.dargah.evidence.tree.Tree;
import org.dargah.kernel.Province;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes the private records of months that are over to files, while new ones are left. That a
 * month was archived, and as what, is evidence itself.
 */
@Component
public final class Archiving {

    private static final Logger LOG = LoggerFactory.getLogger(Archiving.class);

    /** Nobody waits that long between taking the time and leaving the record. */
    private static final Duration LATE = Duration.ofHours(1);

    private static final int AT_ONCE = 500;

    private final LogRows records;
    private final ArchiveRows archived;
    private final Checkpoints checkpoints;
    private final Appender appender;
    private final LogKey key;
    private final Clock clock;
    private final Province province;
    private final Archive archive;
    private final Months kind = new Months();

    public Archiving(
            LogRows records,
            ArchiveRows archived,
            Checkpoints checkpoints,
            Appender appender,
            LogKey key,
            Clock clock,
            @Value("${dargah.province}") String province,
            @Value("${dargah.data}") Path data) {
        this.records = records;
        this.archived = archived;
        this.checkpoints = checkpoints;
        this.appender = appender;
        this.key = key;
        this.clock = clock;
        this.province = new Province(province);
        this.archive = new Archive(folder(data, this.province));
    }

    /** Where the months of a province lie. */
    public static Path folder(Path data, Province province) {
        return data.resolve("evidence").resolve("archive").resolve(province.code());
    }

    /** That a month was archived, as evidence. */
    private final class Months implements Evident<Closed> {

        @Override
        public byte[] record(Closed month) {
            String said =
                    "{\"archived\":\"%s\",\"sha256\":\"%s\",\"until\":%d}"
                            .formatted(month.month(), month.hash(), month.until());
            return said.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void keep(List<Left<Closed>> left) {
            left.forEach(
                    one ->
                            archived.insert(
                                    province, one.thing(), one.place().index(), clock.instant()));
        }
    }

    /** Archives every month that is over and was not archived; one that fails is tried again. */
    public void round() {
        try {
            Optional<Closed> last = archived.last(province);
            Optional<YearMonth> next = due(last);
            while (next.isPresent()) {
                long until = archived.endBefore(province, end(next.get()));
                if (until > signed()) {
                    return;
                }
                last = Optional.of(archive(next.get(), last, until));
                next = due(last);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.error("A month of evidence could not be archived; the next round tries again", e);
        }
    }

    /**
     * The month of the first record that is in no archive, if it is over. A record that came late
     * goes with the month after the last archived one: an archive is never written again.
     */
    private Optional<YearMonth> due(Optional<Closed> last) {
        YearMonth earliest = last.map(Closed::month).orElse(YearMonth.of(0, 1)).plusMonths(1);
        YearMonth now = month(clock.instant().minus(LATE));
        return archived.at(province, last.map(Closed::until).orElse(0L))
                .map(Archiving::month)
                .map(month -> month.isBefore(earliest) ? earliest : month)
                .filter(month -> month.isBefore(now));
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    private static Instant end(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private long signed() {
        return checkpoints
                .published()
                .map(SignedNote::text)
                .flatMap(Checkpoint::parse)
                .map(Checkpoint::size)
                .orElse(0L);
    }

    private Closed archive(YearMonth month, Optional<Closed> last, long until) throws IOException {
        long from = last.map(Closed::until).orElse(0L);
        var next = new AtomicLong(from);
        String file =
                archive.write(
                        month,
                        () -> {
                            long first = next.get();
                            int count = (int) Math.min(AT_ONCE, until - first);
                            next.addAndGet(count);
                            return count == 0 ? List.of() : records.opened(province, first, count);
                        });
        var said =
                new ArchivedMonth(
                        key.origin(),
                        month,
                        from,
                        until,
                        new Tree(checkpoints.tiles(), until).root(),
                        file,
                        last.map(Closed::hash).orElse(null));
        var closed = new Closed(month, until, archive.close(said));
        appender.append(closed, kind);
        LOG.info("The {} records of evidence of {} are archived", until - from, month);
        return closed;
    }
}
