package org.dargah.cases.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dargah.cases.Inspections;
import org.dargah.cases.Visit;
import org.dargah.catalog.Inspection;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.PersianText;
import org.dargah.ui.Errors;
import org.dargah.ui.Field;
import org.dargah.ui.Option;
import org.dargah.ui.Words;
import org.springframework.web.multipart.MultipartFile;

/** The two forms of an inspector: the day, and the report after the pack's checklist. */
final class InspectionForm {

    static final String PHOTOS = "image/jpeg,image/png";

    /** Before the names of the items, so that none can be one of our own. */
    static final String ITEM = "item-";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");
    private static final int LONGEST = 1_000;

    private final Inspection declared;
    private final Words words;

    InspectionForm(Inspection declared, Words words) {
        this.declared = declared;
        this.words = words;
    }

    List<Field> day(Map<String, String> typed, Errors errors) {
        return List.of(
                Field.date("day", words.t("cases.visit.day"))
                        .hint(words.t("cases.visit.day.hint"))
                        .values(
                                List.of(
                                        typed.getOrDefault("day.day", ""),
                                        typed.getOrDefault("day.month", ""),
                                        typed.getOrDefault("day.year", "")))
                        .error(errors),
                Field.radios("hours", words.t("cases.visit.hours"), hours())
                        .value(typed.getOrDefault("hours", ""))
                        .error(errors));
    }

    private List<Option> hours() {
        var hours = new ArrayList<Option>();
        for (Visit.Hours part : Visit.Hours.values()) {
            hours.add(new Option(part.name(), words.t(part.key())));
        }
        return hours;
    }

    static Optional<JalaliDate> day(Map<String, String> typed) {
        return JalaliDate.parse(
                typed.getOrDefault("day.year", ""),
                typed.getOrDefault("day.month", ""),
                typed.getOrDefault("day.day", ""));
    }

    static Optional<Visit.Hours> hours(Map<String, String> typed) {
        return java.util.Arrays.stream(Visit.Hours.values())
                .filter(part -> part.name().equals(typed.get("hours")))
                .findFirst();
    }

    List<Field> report(Map<String, String> typed, Errors errors) {
        var fields = new ArrayList<Field>();
        for (Inspection.Item item : declared.checklist()) {
            Field field = field(item, typed.getOrDefault(ITEM + item.name(), ""));
            fields.add((item.optional() ? field.optional() : field).error(errors));
        }
        fields.add(
                Field.radios(
                                "finding",
                                words.t("cases.visit.finding"),
                                List.of(
                                        new Option("passed", words.t("cases.visit.finding.passed")),
                                        new Option(
                                                "failed", words.t("cases.visit.finding.failed"))))
                        .value(typed.getOrDefault("finding", ""))
                        .error(errors));
        fields.add(
                Field.textArea("note", words.t("cases.visit.note"))
                        .hint(words.t("cases.visit.note.hint"))
                        .value(typed.getOrDefault("note", ""))
                        .optional()
                        .error(errors));
        return fields;
    }

    private Field field(Inspection.Item item, String value) {
        String name = ITEM + item.name();
        String label = TaskTexts.pick(item.label(), words);
        return switch (item.kind()) {
            case YESNO ->
                    Field.radios(
                                    name,
                                    label,
                                    List.of(
                                            new Option("yes", words.t("cases.yes")),
                                            new Option("no", words.t("cases.no"))))
                            .value(value);
            case NUMBER ->
                    Field.text(name, label)
                            .ltr()
                            .inputMode("decimal")
                            .width(4)
                            .hint(item.unit().map(unit -> TaskTexts.pick(unit, words)).orElse(""))
                            .value(value);
            case WORDS -> Field.textArea(name, label).value(value);
            case PHOTO -> Field.file(name, label, PHOTOS).hint(words.t("cases.visit.photo.hint"));
        };
    }

    /**
     * What was typed, in the types of the checklist; what is missing or wrong is in the errors.
     *
     * @param photos that came, under the names of their items
     */
    Read read(Map<String, String> typed, Map<String, MultipartFile> photos) {
        Errors errors = Errors.none();
        Map<String, Object> found = new HashMap<>();
        for (Inspection.Item item : declared.checklist()) {
            String text = typed.getOrDefault(ITEM + item.name(), "");
            Optional<Object> value =
                    item.kind() == Inspection.Kind.PHOTO
                            ? Optional.ofNullable(photos.get(item.name()))
                            : value(item, text);
            boolean wrong = value.isEmpty() && (!item.optional() || !text.isBlank());
            if (wrong) {
                errors = errors.with(ITEM + item.name(), sentence(item, text));
            } else if (item.kind() != Inspection.Kind.PHOTO) {
                value.ifPresent(it -> found.put(item.name(), it));
            }
        }
        String finding = typed.getOrDefault("finding", "");
        if (!finding.equals("passed") && !finding.equals("failed")) {
            errors = errors.with("finding", words.t("cases.visit.flaw.finding"));
        }
        return new Read(
                new Inspections.Report(
                        found,
                        finding.equals("passed"),
                        PersianText.normaliseLines(typed.getOrDefault("note", ""))),
                errors);
    }

    /** A report as far as it could be read. */
    record Read(Inspections.Report report, Errors errors) {}

    private static Optional<Object> value(Inspection.Item item, String text) {
        return switch (item.kind()) {
            case YESNO ->
                    text.equals("yes")
                            ? Optional.of(true)
                            : text.equals("no") ? Optional.of(false) : Optional.empty();
            case NUMBER ->
                    Optional.of(
                                    PersianText.normalise(text)
                                            .replaceAll("[ ,٬،\\u200C]", "")
                                            .replace('٫', '.'))
                            .filter(digits -> NUMBER.matcher(digits).matches())
                            .map(BigDecimal::new);
            case WORDS ->
                    Optional.<Object>of(PersianText.normaliseLines(text))
                            .filter(it -> !it.toString().isBlank())
                            .filter(it -> it.toString().length() <= LONGEST);
            case PHOTO -> Optional.empty();
        };
    }

    private String sentence(Inspection.Item item, String text) {
        String label = TaskTexts.pick(item.label(), words);
        String why =
                switch (item.kind()) {
                    case YESNO -> "yesno";
                    case NUMBER -> "number";
                    case WORDS -> text.length() > LONGEST ? "long" : "words";
                    case PHOTO -> "photo";
                };
        return words.t("cases.visit.flaw.item." + why, label);
    }
}
