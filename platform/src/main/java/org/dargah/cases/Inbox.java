package org.dargah.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.dargah.cases.internal.InboxQuery;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.ServiceCode;
import org.dargah.kernel.Tehran;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The open cases of an agency, in the order of their statutory deadline: fixed by law, not by
 * click.
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
        AWAITING_REGISTRY;

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

    /** One page of the inbox. */
    public record Page(List<CaseFile> files, @Nullable After next) {

        public Page {
            files = List.copyOf(files);
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
        List<CaseFile> found = query.page(official, folded, after, Tehran.today(clock), PAGE + 1);
        if (found.size() <= PAGE) {
            return new Page(found, null);
        }
        List<CaseFile> shown = found.subList(0, PAGE);
        CaseFile last = shown.getLast();
        return new Page(
                shown, new After(java.util.Objects.requireNonNull(last.dueOn()), last.key()));
    }

    /** How many cases each view holds. */
    public Map<View, Integer> counts(Official official) {
        Map<View, Integer> counts = new EnumMap<>(View.class);
        for (View view : View.values()) {
            counts.put(view, 0);
        }
        counts.putAll(new HashMap<>(query.counts(official, Tehran.today(clock))));
        return counts;
    }
}
