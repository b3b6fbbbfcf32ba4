package org.dargah.inquiries.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dargah.exchange.Trace;
import org.dargah.inquiries.Usage;
import org.dargah.inquiries.UsageWords;
import org.dargah.kernel.Actor;
import org.dargah.ui.Row;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that is known of one use of a person's data, as rows of a page. */
@Component
class UsageRows {

    private final UsageWords telling;

    UsageRows(UsageWords telling) {
        this.telling = telling;
    }

    /**
     * @param hidden when an order that hid it ended
     */
    List<Row> of(Usage usage, Optional<Instant> hidden, Words words) {
        List<Row> rows = of(usage, words);
        hidden.ifPresent(
                end -> rows.add(new Row(words.t("inquiries.usage.hidden"), words.moment(end))));
        return rows;
    }

    List<Row> of(Usage usage, Words words) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(words.t("inquiries.usage.when"), words.moment(usage.at())));
        rows.add(new Row(words.t("inquiries.usage.office"), telling.office(usage, words)));
        rows.add(new Row(words.t(whoKey(usage)), telling.who(usage, words)));
        rows.add(new Row(words.t("inquiries.usage.why"), telling.why(usage, words)));
        telling.basis(usage)
                .ifPresent(law -> rows.add(new Row(words.t("inquiries.usage.basis"), law)));
        telling.source(usage, words)
                .ifPresent(from -> rows.add(new Row(words.t("inquiries.usage.source"), from)));
        rows.add(new Row(words.t("inquiries.usage.what"), telling.what(usage, words)));
        if (usage instanceof Usage.Asked(Trace trace)) {
            addAge(rows, trace.inquiry().keptSince(), words);
            addWords(rows, trace, words);
        }
        rows.add(Row.code(words.t("inquiries.usage.id"), usage.id().toString()));
        return rows;
    }

    private static String whoKey(Usage usage) {
        return usage instanceof Usage.Asked(Trace trace) && trace.client() != null
                ? "inquiries.usage.program"
                : "inquiries.usage.who";
    }

    private static void addAge(List<Row> rows, @Nullable Instant keptSince, Words words) {
        if (keptSince != null) {
            rows.add(new Row(words.t("inquiries.usage.kept"), words.moment(keptSince)));
        }
    }

    private static void addWords(List<Row> rows, Trace trace, Words words) {
        String party = trace.party();
        if (party != null) {
            rows.add(Row.code(words.t("inquiries.usage.party"), party));
        }
        String issue = trace.issue();
        if (issue != null && !issue.isBlank()) {
            rows.add(new Row(words.t("inquiries.usage.issue"), words.prose(issue)));
        }
        String message = trace.message();
        if (message != null && !message.isBlank()) {
            rows.add(Row.code(words.t("inquiries.usage.message"), message));
        }
    }

    /** Citizens know what they did themselves. */
    static boolean isOwn(Usage usage) {
        Actor actor =
                switch (usage) {
                    case Usage.Seen(var act) -> act.entry().actor();
                    case Usage.Asked(Trace trace) -> trace.inquiry().actor();
                };
        return actor.kind() == Actor.Kind.CITIZEN;
    }
}
