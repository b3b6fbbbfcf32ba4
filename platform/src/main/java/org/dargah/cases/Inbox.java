package org.dargah.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dargah.cases.internal.InboxQuery;
import org.dargah.catalog.TaskKind;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.ServiceCode;
import org.dargah.kernel.Tehran;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The open cases of an agency and the tasks that others wait for it to do, in the order of their
 * deadline: fixed by law, not by click.
 */
@Component
public final class Inbox {

    /** How many rows stand on one page. */
    public static final int PAGE = 50;

    /** What part of the open cases is looked at. */
    public enum View {
        ALL,
        READY,
        LATE,
        AWAITING_APPLICANT,
        AWAITING_REGISTRY,
        INSPECTIONS(TaskKind.INSPECTION),
        OPINIONS(TaskKind.OPINION),
        SIGNATURES(TaskKind.SUPERVISOR_SIGNATURE);

        private final @Nullable TaskKind kind;

        View() {
            this(null);
        }

        View(@Nullable TaskKind kind) {
            this.kind = kind;
        }

        /** The tasks that it lists; null where it lists cases. */
        public @Nullable TaskKind kind() {
            return kind;
        }

        /** The key of its name in the messages. */
        public String key() {
            return "cases.view." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is looked for.
     *
     * @param text a part of the applicant's name or of the tracking code; empty for all
     */
    public record Filter(View view, String text, @Nullable ServiceCode service) {}

    /** The last row of a page, after which the next begins. */
    public record After(LocalDate dueOn, UUID id) {}

    /**
     * One row.
     *
     * @param task what is to be done; null in a list of cases
     */
    public record Line(CaseFile file, @Nullable Task task) {

        /** The day by which it is listed. */
        public LocalDate dueOn() {
            LocalDate own = task == null ? null : task.dueOn();
            return own == null ? Objects.requireNonNull(file.dueOn()) : own;
        }

        UUID id() {
            return task == null ? file.key() : task.id();
        }
    }

    /** One page of the inbox. */
    public record Page(List<Line> lines, @Nullable After next) {

        public Page {
            lines = List.copyOf(lines);
        }
    }

    private final InboxQuery query;
    private final Clock clock;

    Inbox(InboxQuery query, Clock clock) {
        this.query = query;
        this.clock = clock;
    }

    public Page page(Official official, Filter filter, @Nullable After after) {
        var folded =
                new Filter(filter.view(), PersianText.normalise(filter.text()), filter.service());
        List<Line> found = query.page(official, folded, after, Tehran.today(clock), PAGE + 1);
        if (found.size() <= PAGE) {
            return new Page(found, null);
        }
        List<Line> shown = found.subList(0, PAGE);
        Line last = shown.getLast();
        return new Page(shown, new After(last.dueOn(), last.id()));
    }

    /** How many rows each view holds. */
    public Map<View, Integer> counts(Official official) {
        Map<View, Integer> counts = new EnumMap<>(View.class);
        for (View view : View.values()) {
            counts.put(view, 0);
        }
        counts.putAll(new HashMap<>(query.counts(official, Tehran.today(clock))));
        return counts;
    }
}
