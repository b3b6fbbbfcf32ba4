package org.dargah.cases.web;

import java.util.ArrayList;
import java.util.List;
import org.dargah.acts.RecordedAct;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Cases;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** «چه کسی اطلاعات من را دید»: every look at a person's data in one case, none left out. */
@Component
class LookTable {

    private final CaseTimeline timeline;

    LookTable(CaseTimeline timeline) {
        this.timeline = timeline;
    }

    /** Null when nobody looked yet. */
    @Nullable DataTable of(CaseFile file, Cases.Whole whole, Words words) {
        var rows = new ArrayList<List<Cell>>();
        for (RecordedAct act : whole.acts()) {
            if (act.act().reveals()) {
                rows.add(row(act, words));
            }
        }
        return rows.isEmpty()
                ? null
                : new DataTable(words.t("cases.looks.caption"), columns(words), rows);
    }

    private static List<String> columns(Words words) {
        return List.of(
                words.t("cases.looks.when"),
                words.t("cases.looks.who"),
                words.t("cases.looks.office"),
                words.t("cases.looks.what"),
                words.t("cases.looks.why"));
    }

    private List<Cell> row(RecordedAct act, Words words) {
        return List.of(
                Cell.time(act.at()),
                Cell.text(act.entry().actor().title()),
                Cell.text(timeline.agency(act.entry().office(), words)),
                Cell.text(what(act, words)),
                Cell.text(why(act, words)));
    }

    private static String what(RecordedAct act, Words words) {
        String fields = act.entry().details().getOrDefault("fields", "");
        if (fields.isEmpty()) {
            return words.t(act.act().messageKey());
        }
        var read = new ArrayList<String>();
        for (String field : StringUtils.commaDelimitedListToStringArray(fields)) {
            read.add(words.has("cases.fact." + field) ? words.t("cases.fact." + field) : field);
        }
        return String.join(AnswerTexts.comma(words), read);
    }

    private static String why(RecordedAct act, Words words) {
        String purpose = "cases.purpose." + act.entry().purpose().code();
        String text = words.has(purpose) ? words.t(purpose) : act.entry().purpose().code();
        String condition = act.entry().details().getOrDefault("condition", "");
        return condition.isEmpty()
                ? text
                : text + " " + words.t("cases.looks.condition", words.digits(condition));
    }
}
