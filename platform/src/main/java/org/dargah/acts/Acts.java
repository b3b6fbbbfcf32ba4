package org.dargah.acts;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dargah.acts.internal.ActTable;
import org.dargah.kernel.ActId;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The record of acts: written with what it tells about, read by whom it concerns. */
@Component
public final class Acts {

    /** More lines than this on one page help nobody. */
    public static final int LARGEST_PAGE = 200;

    private final ActTable table;
    private final Clock clock;
    private final MeterRegistry meters;

    Acts(ActTable table, Clock clock, MeterRegistry meters) {
        this.table = table;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Writes one line in the caller's transaction: what was done and the line about it are kept
     * together or not at all.
     *
     * @throws IllegalStateException when no transaction is open
     */
    public ActId record(Act act, Entry entry) {
        return record(List.of(new Noted(act, entry))).getFirst();
    }

    /**
     * The same for several at once, in their order.
     *
     * @throws IllegalStateException when no transaction is open
     */
    public List<ActId> record(List<Noted> all) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Acts are recorded within a transaction: " + all);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<RecordedAct> lines =
                all.stream()
                        .map(one -> new RecordedAct(ActId.next(clock), now, one.act(), one.entry()))
                        .toList();
        table.insert(lines);
        lines.forEach(
                line ->
                        meters.counter(
                                        "dargah.acts",
                                        "act",
                                        line.act().name().toLowerCase(Locale.ROOT))
                                .increment());
        return lines.stream().map(RecordedAct::id).toList();
    }

    /** The latest acts of a case, newest first, {@link #LARGEST_PAGE} at most. */
    public List<RecordedAct> ofCase(Province province, CaseId caseId) {
        return ofCase(province, caseId, null, LARGEST_PAGE).acts();
    }

    /** The acts of a case before the given one, or the latest. */
    public ActPage ofCase(Province province, CaseId caseId, @Nullable ActId before, int limit) {
        int size = size(limit);
        return page(table.ofCase(province, caseId, before, size + 1), size);
    }

    /** Who looked at a person's data, for what: before the given act, or the latest. */
    public ActPage about(Province province, PersonId person, @Nullable ActId before, int limit) {
        int size = size(limit);
        return page(table.revealing(province, person, before, size + 1), size);
    }

    /** Who looked at what Dargah itself holds of a person, apart from questions to registries. */
    public List<RecordedAct> looks(
            Province province, PersonId person, Period period, @Nullable ActId before, int limit) {
        return table.looks(province, person, period, before, limit);
    }

    public int countLooks(Province province, PersonId person, Period period) {
        return table.countLooks(province, person, period);
    }

    /** One look, if it was at this person's data. */
    public Optional<RecordedAct> look(Province province, PersonId person, ActId id) {
        return table.look(province, person, id);
    }

    private static int size(int limit) {
        return Math.clamp(limit, 1, LARGEST_PAGE);
    }

    /** One line more than asked for tells that there is a next page. */
    private static ActPage page(List<RecordedAct> lines, int size) {
        if (lines.size() <= size) {
            return new ActPage(lines, null);
        }
        List<RecordedAct> shown = lines.subList(0, size);
        return new ActPage(shown, shown.getLast().id());
    }
}
