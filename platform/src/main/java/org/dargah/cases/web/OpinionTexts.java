package org.dargah.cases.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.cases.CaseFile;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Opinion;
import org.dargah.catalog.Service;
import org.dargah.ui.Row;
import org.dargah.ui.Words;

/** What other agencies said about a case, as rows that people read. */
final class OpinionTexts {

    private OpinionTexts() {}

    /** One row an agency that was to be asked; empty when the pack asks none. */
    static List<Row> rows(Service service, CaseFile file, Words words) {
        var rows = new ArrayList<Row>();
        for (Opinion opinion : service.opinions()) {
            rows.add(new Row(TaskTexts.pick(opinion.title(), words), of(opinion, file, words)));
        }
        return rows;
    }

    /** What one of them said. */
    static String of(Opinion opinion, CaseFile file, Words words) {
        return text(
                opinion.name(),
                file.said(Opinion.FACTS).map(Facts.Said::fields).orElse(Map.of()),
                words);
    }

    private static String text(String name, Map<String, Object> said, Words words) {
        Optional<Object> outcome = Optional.ofNullable(said.get(name + ".outcome"));
        if (outcome.isEmpty()) {
            return words.t("cases.opinion.none");
        }
        if (Boolean.TRUE.equals(said.get(name + ".silent"))) {
            return words.t("cases.opinion.silent");
        }
        String what = words.t("cases.opinion." + outcome.get());
        String why = String.valueOf(said.getOrDefault(name + ".text", ""));
        return why.isBlank() ? what : what + ": " + words.prose(why);
    }
}
