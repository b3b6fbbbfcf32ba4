package org.dargah.cases.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dargah.cases.CaseFile;
import org.dargah.catalog.Choices;
import org.dargah.catalog.Facts;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.Service;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.Plate;
import org.dargah.kernel.Rial;
import org.dargah.ui.Errors;
import org.dargah.ui.Field;
import org.dargah.ui.Option;
import org.dargah.ui.Words;

/** Draws one page of a service's form: of a draft, or of a preview that keeps nothing. */
final class QuestionView {

    private static final int MOST_RADIOS = 400;
    private static final List<String> PARTS =
            List.of("", "day", "month", "year", "two", "letter", "three", "place", "lat", "lon");

    private QuestionView() {}

    /**
     * @param home the address of the draft to which the page belongs
     * @param pages all that this person is asked, as far as is known
     * @param carried what a page that keeps nothing must carry along itself; empty for drafts
     */
    static QuestionPage page(
            String home,
            CaseFile file,
            Service service,
            List<Form.Page> pages,
            Form.Page asked,
            Map<String, String> typed,
            Errors errors,
            String carried,
            Words words) {
        Facts facts = file.facts(LocalDate.EPOCH);
        List<Form.Field> questions = service.form().asked(asked, facts);
        boolean single = questions.size() == 1;
        List<Field> fields =
                questions.stream()
                        .map(field -> field(field, typed, facts, words).error(errors))
                        .map(field -> single ? field.asHeading() : field)
                        .toList();
        return new QuestionPage(
                AnswerTexts.title(service, words),
                words.pick(asked.title().fa(), asked.title().en()),
                home,
                home + "/form/" + asked.id(),
                pages.indexOf(asked) + 1,
                pages.size(),
                fields,
                errors,
                questions.stream().anyMatch(AnswerTexts::isFile),
                questions.stream()
                                .filter(AnswerTexts::isFile)
                                .anyMatch(f -> file.answers().containsKey(f.name()))
                        ? words.t("cases.answer.file")
                        : "",
                notes(questions, file, service, words),
                DraftView.fetched(file, service, words),
                carried);
    }

    /** What follows from an answer that was kept: an amount in words, the address of a postcode. */
    private static Map<String, String> notes(
            List<Form.Field> questions, CaseFile file, Service service, Words words) {
        Map<String, String> notes = new HashMap<>();
        for (Form.Field field : questions) {
            Object value = file.answers().get(field.name());
            if (value != null && field.kind() == FieldKind.RIAL) {
                notes.put(
                        field.name(), new Rial(((Number) value).longValue()).words(words.locale()));
            } else if (value != null && field.kind() == FieldKind.POSTCODE) {
                AnswerTexts.byAnswer(field, file, service, words)
                        .ifPresent(address -> notes.put(field.name(), address));
            }
        }
        return notes;
    }

    private static Field field(
            Form.Field asked, Map<String, String> typed, Facts facts, Words words) {
        String label = words.pick(asked.label().fa(), asked.label().en());
        String value = typed.getOrDefault(asked.name(), "");
        Field field =
                switch (asked.kind()) {
                    case TEXT -> Field.text(asked.name(), label).width(20).value(value);
                    case TEXTAREA -> Field.textArea(asked.name(), label).value(value);
                    case NUMBER -> Field.digits(asked.name(), label).width(4).value(value);
                    case POSTCODE ->
                            Field.digits(asked.name(), label)
                                    .width(10)
                                    .autocomplete("postal-code")
                                    .value(value);
                    case MOBILE ->
                            Field.digits(asked.name(), label)
                                    .width(10)
                                    .autocomplete("tel")
                                    .value(value);
                    case CHOICE -> choice(asked, label, facts, words).value(value);
                    case NATIONAL_ID, LEGAL_ID, RIAL ->
                            Field.digits(asked.name(), label).width(20).value(value);
                    case SHEBA -> Field.text(asked.name(), label).ltr().width(20).value(value);
                    case PLATE -> Field.plate(asked.name(), label).values(plate(asked, typed));
                    case MAP_POINT ->
                            Field.point(asked.name(), label)
                                    .values(
                                            List.of(
                                                    typed.getOrDefault(asked.name() + ".lat", ""),
                                                    typed.getOrDefault(asked.name() + ".lon", "")));
                    case TABLE -> Field.file(asked.name(), label, ".csv,.xlsx");
                    case DATE ->
                            Field.date(asked.name(), label)
                                    .values(
                                            List.of(
                                                    typed.getOrDefault(asked.name() + ".day", ""),
                                                    typed.getOrDefault(asked.name() + ".month", ""),
                                                    typed.getOrDefault(
                                                            asked.name() + ".year", "")));
                    case FILE -> Field.file(asked.name(), label, String.join(",", asked.accept()));
                };
        Field hinted =
                asked.hint()
                        .map(hint -> field.hint(words.pick(hint.fa(), hint.en())))
                        .orElse(field);
        return asked.optional() ? hinted.optional() : hinted;
    }

    /** While a registry that lists the options is silent, the answer is typed. */
    private static Field choice(Form.Field asked, String label, Facts facts, Words words) {
        List<Option> options = options(asked, facts, words);
        return options.isEmpty()
                ? Field.text(asked.name(), label).width(20)
                : options.size() > MOST_RADIOS
                        ? Field.select(asked.name(), label, options)
                        : Field.radios(asked.name(), label, options);
    }

    private static List<String> plate(Form.Field asked, Map<String, String> typed) {
        return List.of("two", "letter", "three", "place").stream()
                .map(part -> typed.getOrDefault(asked.name() + "." + part, ""))
                .toList();
    }

    private static List<Option> options(Form.Field asked, Facts facts, Words words) {
        return Choices.of(asked, facts).stream()
                .map(
                        option ->
                                new Option(
                                        option.value(),
                                        words.pick(option.label().fa(), option.label().en())))
                .toList();
    }

    /** What the page sent for its questions; a date's parts are {@code name.day} and so on. */
    static Map<String, String> typed(Form.Page asked, Map<String, String> sent) {
        Map<String, String> typed = new HashMap<>();
        for (Form.Field field : asked.fields()) {
            for (String part : PARTS) {
                String name = part.isEmpty() ? field.name() : field.name() + "." + part;
                String text = sent.get(name);
                if (text != null) {
                    typed.put(name, text);
                }
            }
        }
        return typed;
    }

    /** What was answered before, as it is typed. */
    static Map<String, String> answers(CaseFile file, Form.Page asked) {
        Map<String, String> typed = new HashMap<>();
        for (Form.Field field : asked.fields()) {
            Object value = file.answers().get(field.name());
            if (value != null) {
                parts(field.kind(), value)
                        .forEach(
                                (part, text) ->
                                        typed.put(
                                                part.isEmpty()
                                                        ? field.name()
                                                        : field.name() + "." + part,
                                                text));
            }
        }
        return typed;
    }

    private static Map<String, String> parts(FieldKind kind, Object value) {
        return switch (kind) {
            case DATE -> {
                var date = JalaliDate.of(LocalDate.parse(value.toString()));
                yield Map.of(
                        "day", String.valueOf(date.day()),
                        "month", String.valueOf(date.month()),
                        "year", String.valueOf(date.year()));
            }
            case PLATE ->
                    Plate.parse(value.toString())
                            .map(
                                    plate ->
                                            Map.of(
                                                    "two", plate.two(),
                                                    "letter", plate.letter(),
                                                    "three", plate.three(),
                                                    "place", plate.place()))
                            .orElse(Map.of());
            case MAP_POINT ->
                    value instanceof Map<?, ?> point
                            ? Map.of(
                                    "lat", String.valueOf(point.get("lat")),
                                    "lon", String.valueOf(point.get("lon")))
                            : Map.of();
            case TABLE -> Map.of();
            default -> Map.of("", value.toString());
        };
    }

    static Errors errors(List<FieldProblem> problems, Words words) {
        Errors errors = Errors.none();
        for (FieldProblem problem : problems) {
            errors =
                    errors.with(
                            problem.field(),
                            words.pick(problem.sentence().fa(), problem.sentence().en()));
        }
        return errors;
    }
}
