package org.dargah.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dargah.cases.CaseFile;
import org.dargah.catalog.Ask;
import org.dargah.catalog.Choices;
import org.dargah.catalog.Facts;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.Form;
import org.dargah.catalog.Renewal;
import org.dargah.catalog.Service;
import org.dargah.kernel.MapPoint;
import org.dargah.kernel.Rial;
import org.dargah.kernel.Sheba;
import org.dargah.ui.Row;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;

/** Answers and registry facts as rows that people read. */
final class AnswerTexts {

    private static final String ISO_DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final String DIGITS = "\\d{4,}";

    private AnswerTexts() {}

    /** The answers to one page, each with the way to change it when {@code form} is its address. */
    static List<Row> answers(
            Form.Page page, CaseFile file, Service service, Words words, @Nullable String form) {
        Facts facts = file.facts(LocalDate.EPOCH);
        List<Form.Field> asked = service.form().asked(page, facts);
        var rows = new ArrayList<Row>();
        for (Form.Field field : page.fields()) {
            Row row =
                    answer(field, file, service, words)
                            .orElseGet(
                                    () ->
                                            new Row(
                                                    TableTexts.label(field, words),
                                                    words.t("cases.answer.none")));
            rows.add(
                    form == null || !asked.contains(field)
                            ? row
                            : row.changeAt(form + "/" + page.id()));
        }
        return rows;
    }

    /** One answer, with where it comes from if not from the applicant; empty if there is none. */
    static Optional<Row> answer(Form.Field field, CaseFile file, Service service, Words words) {
        return Optional.ofNullable(file.answers().get(field.name()))
                .map(value -> row(TableTexts.label(field, words), field, value, file, words))
                .map(row -> from(row, field, file, service, words));
    }

    private static Row from(
            Row row, Form.Field field, CaseFile file, Service service, Words words) {
        return switch (field.origin()) {
            case null -> row;
            case Form.Origin.Computed computed -> row.from(words.t("cases.answer.computed"));
            case Form.Origin.Fact(String fact) ->
                    service.ask(fact.substring(0, fact.indexOf('.')))
                            .map(ask -> row.from(teller(field, fact, ask, file, words)))
                            .orElse(row);
        };
    }

    /** Who told it: the registry, or the applicant because the registry could not. */
    private static String teller(
            Form.Field field, String fact, Ask ask, CaseFile file, Words words) {
        String from = words.pick(ask.from().fa(), ask.from().en());
        Facts facts = file.facts(LocalDate.EPOCH);
        Optional<Object> told = facts.value(fact);
        if (told.isPresent()) {
            return String.valueOf(file.answers().get(field.name())).equals(told.get().toString())
                    ? words.t("cases.from", from)
                    : words.t("cases.answer.differs", from, words.digits(told.get().toString()));
        }
        return words.t(
                facts.said(ask.name()).isPresent() ? "cases.answer.nothing" : "cases.answer.silent",
                from);
    }

    private static Row row(
            String label, Form.Field field, Object value, CaseFile file, Words words) {
        return switch (field.kind()) {
            case CHOICE ->
                    new Row(
                            label,
                            Choices.label(field, value, file.facts(LocalDate.EPOCH))
                                    .map(text -> words.pick(text.fa(), text.en()))
                                    .orElse(value.toString()));
            case POSTCODE, MOBILE, NATIONAL_ID, LEGAL_ID -> Row.code(label, value.toString());
            case SHEBA ->
                    Row.code(
                            label,
                            Sheba.parse(value.toString())
                                    .map(Sheba::grouped)
                                    .orElse(value.toString()));
            case MAP_POINT ->
                    place(value)
                            .map(point -> Row.place(label, point))
                            .orElseGet(() -> new Row(label, value.toString()));
            case DATE -> new Row(label, words.date(LocalDate.parse(value.toString())));
            case NUMBER ->
                    new Row(
                            label,
                            words.digits(value.toString())
                                    + field.unit()
                                            .map(unit -> " " + words.pick(unit.fa(), unit.en()))
                                            .orElse(""));
            case RIAL -> rial(label, value, words);
            case FILE -> new Row(label, words.t("cases.answer.file"));
            case TABLE ->
                    new Row(label, words.t("cases.table.rows", ((Collection<?>) value).size()));
            case PLATE -> new Row(label, TableTexts.text(field, value, words));
            case TEXT, TEXTAREA -> new Row(label, value.toString());
        };
    }

    private static Optional<MapPoint> place(Object value) {
        return value instanceof Map<?, ?> point
                ? MapPoint.of(String.valueOf(point.get("lat")), String.valueOf(point.get("lon")))
                : Optional.empty();
    }

    private static Row rial(String label, Object value, Words words) {
        var amount = new Rial(((Number) value).longValue());
        return new Row(label, words.money(amount)).from(amount.words(words.locale()));
    }

    /** What a registry said that was asked by this answer, such as the address of a postcode. */
    static Optional<String> byAnswer(
            Form.Field field, CaseFile file, Service service, Words words) {
        return service.asks().stream()
                .filter(ask -> ask.keys().containsValue("answers." + field.name()))
                .flatMap(ask -> file.said(ask.name()).stream().map(said -> said(ask, said, words)))
                .map(rows -> words.list(rows.stream().map(Row::value).toList()))
                .findFirst();
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

    /** What registries said, each answer under what was asked and whom. */
    static List<CheckPage.Part> told(Service service, CaseFile file, Words words) {
        var told = new ArrayList<CheckPage.Part>();
        List<Row> renewed = renewed(service, file, words);
        if (!renewed.isEmpty()) {
            told.add(new CheckPage.Part(words.t("cases.renewal.told"), renewed));
        }
        for (Ask ask : service.asks()) {
            file.said(ask.name())
                    .map(what -> said(ask, what, words))
                    .filter(rows -> !rows.isEmpty())
                    .ifPresent(rows -> told.add(new CheckPage.Part(asked(ask, words), rows)));
        }
        return told;
    }

    private static String asked(Ask ask, Words words) {
        return words.list(
                words.pick(ask.title().fa(), ask.title().en()),
                words.t("cases.from", words.pick(ask.from().fa(), ask.from().en())));
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
