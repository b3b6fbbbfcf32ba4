package org.dargah.cases.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dargah.cases.CaseFile;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.Service;
import org.dargah.ui.Errors;
import org.dargah.ui.Field;
import org.dargah.ui.Option;
import org.dargah.ui.Words;

/** Draws one page of a service's form: of a draft, or of a preview that keeps nothing. */
final class QuestionView {

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
        boolean single = asked.fields().size() == 1;
        List<Field> fields =
                asked.fields().stream()
                        .map(field -> field(field, typed, words).error(errors))
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
                asked.fields().stream().anyMatch(AnswerTexts::isFile),
                asked.fields().stream()
                                .filter(AnswerTexts::isFile)
                                .anyMatch(f -> file.answers().containsKey(f.name()))
                        ? words.t("cases.answer.file")
                        : "",
                DraftView.fetched(file, service, words),
                carried);
    }

    private static Field field(Form.Field asked, Map<String, String> typed, Words words) {
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
                    case CHOICE ->
                            Field.radios(asked.name(), label, options(asked, words)).value(value);
                    case DATE ->
                            Field.date(asked.name(), label)
                                    .values(
                                            List.of(
                                                    typed.getOrDefault(asked.name() + "-day", ""),
                                                    typed.getOrDefault(asked.name() + "-month", ""),
                                                    typed.getOrDefault(
                                                            asked.name() + "-year", "")));
                    case FILE -> Field.file(asked.name(), label, String.join(",", asked.accept()));
                };
        Field hinted =
                asked.hint()
                        .map(hint -> field.hint(words.pick(hint.fa(), hint.en())))
                        .orElse(field);
        return asked.optional() ? hinted.optional() : hinted;
    }

    private static List<Option> options(Form.Field asked, Words words) {
        return asked.options().stream()
                .map(
                        option ->
                                new Option(
                                        option.value(),
                                        words.pick(option.label().fa(), option.label().en())))
                .toList();
    }

    /**
     * A date's parts come from the page as {@code name.day} and go to the form as {@code name-day}.
     */
    static Map<String, String> typed(Form.Page asked, Map<String, String> sent) {
        Map<String, String> typed = new HashMap<>();
        for (Form.Field field : asked.fields()) {
            for (String part : List.of("", "day", "month", "year")) {
                String text = sent.get(part.isEmpty() ? field.name() : field.name() + "." + part);
                if (text != null) {
                    typed.put(part.isEmpty() ? field.name() : field.name() + "-" + part, text);
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
            if (value != null && field.kind() == FieldKind.DATE) {
                var date =
                        org.dargah.kernel.JalaliDate.of(
                                java.time.LocalDate.parse(value.toString()));
                typed.put(field.name() + "-day", String.valueOf(date.day()));
                typed.put(field.name() + "-month", String.valueOf(date.month()));
                typed.put(field.name() + "-year", String.valueOf(date.year()));
            } else if (value != null) {
                typed.put(field.name(), value.toString());
            }
        }
        return typed;
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
