package org.dargah.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.cases.CaseFile;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Inspection;
import org.dargah.catalog.Service;
import org.dargah.ui.Row;
import org.dargah.ui.Words;

/** What a visit found, as rows that people read. */
final class Findings {

    private Findings() {}

    /** Empty as long as nobody was there. */
    static List<Row> rows(Service service, CaseFile file, Words words) {
        Inspection declared = service.inspection();
        Optional<Facts.Said> said = file.said(Inspection.FACTS);
        return declared == null || said.isEmpty()
                ? List.of()
                : rows(declared, said.get().fields(), words);
    }

    /** What the visit found about one item. */
    static List<Row> row(Service service, CaseFile file, String field, Words words) {
        Inspection declared = service.inspection();
        Optional<Facts.Said> said = file.said(Inspection.FACTS);
        return declared == null || said.isEmpty()
                ? List.of()
                : declared.item(field).stream()
                        .map(
                                item ->
                                        new Row(
                                                TaskTexts.pick(item.label(), words),
                                                text(item, said.get().fields(), words)))
                        .toList();
    }

    private static List<Row> rows(Inspection declared, Map<String, Object> found, Words words) {
        var rows = new ArrayList<Row>();
        rows.add(
                new Row(
                        words.t("cases.visit.finding"),
                        words.t("cases.visit.finding." + found.get("finding"))));
        rows.add(
                new Row(
                        words.t("cases.visit.day"),
                        words.longDate(LocalDate.parse(String.valueOf(found.get("day"))))));
        for (Inspection.Item item : declared.checklist()) {
            rows.add(new Row(TaskTexts.pick(item.label(), words), text(item, found, words)));
        }
        if (found.containsKey("note")) {
            rows.add(
                    new Row(
                            words.t("cases.visit.note"),
                            words.prose(String.valueOf(found.get("note")))));
        }
        return rows;
    }

    private static String text(Inspection.Item item, Map<String, Object> found, Words words) {
        Object value = found.get(item.name());
        if (value == null) {
            return words.t("cases.answer.none");
        }
        return switch (item.kind()) {
            case YESNO -> words.t(Boolean.TRUE.equals(value) ? "cases.yes" : "cases.no");
            case NUMBER ->
                    decimal(value.toString(), words)
                            + item.unit().map(unit -> " " + TaskTexts.pick(unit, words)).orElse("");
            case WORDS -> words.prose(value.toString());
            case PHOTO -> words.t("cases.visit.photo.taken");
        };
    }

    private static String decimal(String number, Words words) {
        return words.digits(words.isPersian() ? number.replace('.', '٫') : number);
    }
}
