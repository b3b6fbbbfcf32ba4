package org.dargah.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dargah.cases.CaseFile;
import org.dargah.catalog.Ask;
import org.dargah.catalog.Facts;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.Form;
import org.dargah.catalog.Renewal;
import org.dargah.catalog.Service;
import org.dargah.ui.Row;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;

/** Answers and registry facts as rows that people read. */
final class AnswerTexts {

    private static final String ISO_DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final String DIGITS = "\\d{4,}";

    private AnswerTexts() {}

    /** The answers to one page, each with the way to change it when {@code form} is its address. */
    static List<Row> answers(Form.Page page, CaseFile file, Words words, @Nullable String form) {
        var rows = new ArrayList<Row>();
        for (Form.Field field : page.fields()) {
            Object value = file.answers().get(field.name());
            String label = words.pick(field.shortLabel().fa(), field.shortLabel().en());
            Row row =
                    value == null
                            ? new Row(label, words.t("cases.answer.none"))
                            : row(label, field, value, words);
            rows.add(form == null ? row : row.changeAt(form + "/" + page.id()));
        }
        return rows;
    }

    private static Row row(String label, Form.Field field, Object value, Words words) {
        return switch (field.kind()) {
            case CHOICE ->
                    new Row(
                            label,
                            field.label(value)
                                    .map(text -> words.pick(text.fa(), text.en()))
                                    .orElse(value.toString()));
            case POSTCODE, MOBILE -> Row.code(label, value.toString());
            case DATE -> new Row(label, words.date(LocalDate.parse(value.toString())));
            case NUMBER ->
                    new Row(
                            label,
                            words.digits(value.toString())
                                    + field.unit()
                                            .map(unit -> " " + words.pick(unit.fa(), unit.en()))
                                            .orElse(""));
            case FILE -> new Row(label, words.t("cases.answer.file"));
            case TEXT, TEXTAREA -> new Row(label, value.toString());
        };
    }

    /** What one registry said, field by field. */
    static List<Row> said(Ask ask, Facts.Said said, Words words) {
        if (!said.found()) {
            return List.of(
                    new Row(
                            words.pick(ask.title().fa(), ask.title().en()),
                            words.t("cases.registry.nothing")));
        }
        return ask.fields().stream()
                .filter(said.fields()::containsKey)
                .filter(field -> words.has("cases.fact." + field))
                .map(field -> fact(field, said.fields(), words))
                .toList();
    }

    /** What all registries said, each fact with its source. */
    static List<Row> allSaid(Service service, CaseFile file, Words words) {
        var rows = new ArrayList<Row>(renewed(service, file, words));
        for (Ask ask : service.asks()) {
            String from = words.t("cases.from", words.pick(ask.from().fa(), ask.from().en()));
            file.said(ask.name())
                    .ifPresent(
                            what ->
                                    said(ask, what, words)
                                            .forEach(row -> rows.add(row.from(from))));
        }
        return rows;
    }

    /** The document that is to be renewed, with what is known from it. */
    static List<Row> renewed(Service service, CaseFile file, Words words) {
        Renewal renewal = service.renewal();
        if (renewal == null) {
            return List.of();
        }
        Map<String, Object> facts =
                file.said(renewal.name()).map(Facts.Said::fields).orElse(Map.of());
        var rows = new ArrayList<Row>();
        rows.add(Row.code(words.t("cases.renewal.number"), String.valueOf(facts.get("number"))));
        rows.add(
                new Row(
                        words.t("cases.renewal.until"),
                        words.date(LocalDate.parse(String.valueOf(facts.get("validUntil"))))));
        for (Renewal.Carried carried : renewal.carries()) {
            Object value =
                    facts.getOrDefault(
                            carried.name() + Renewal.TITLE, facts.getOrDefault(carried.name(), ""));
            String label = words.pick(carried.title().fa(), carried.title().en());
            rows.add(
                    value.toString().matches(DIGITS)
                            ? Row.code(label, value.toString())
                            : new Row(label, words.digits(value.toString())));
        }
        return rows;
    }

    private static Row fact(String field, Map<String, Object> fields, Words words) {
        String text = String.valueOf(fields.get(field));
        String label = words.t("cases.fact." + field);
        String key = "cases.fact." + field + "." + text.toLowerCase(Locale.ROOT);
        if (words.has(key)) {
            return new Row(label, words.t(key));
        }
        if (text.matches(ISO_DATE)) {
            return new Row(label, words.date(LocalDate.parse(text)));
        }
        return text.matches(DIGITS) ? Row.code(label, text) : new Row(label, words.digits(text));
    }

    static String title(Service service, Words words) {
        return words.pick(service.title().fa(), service.title().en());
    }

    static boolean isFile(Form.Field field) {
        return field.kind() == FieldKind.FILE;
    }
}
