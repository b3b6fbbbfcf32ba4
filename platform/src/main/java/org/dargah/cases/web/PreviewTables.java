package org.dargah.cases.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.Sheet;
import org.dargah.catalog.TableFile;
import org.dargah.catalog.Text;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Tables in a preview, typed, pasted or sent as applicants do; their rows travel with the page. */
@Component
class PreviewTables {

    private static final int MOST_ROWS = 200;

    private final Carried.Press press;
    private final Vocabulary vocabulary;

    PreviewTables(Carried.Press press, Vocabulary vocabulary) {
        this.press = press;
        this.vocabulary = vocabulary;
    }

    /**
     * What came with the page.
     *
     * @param list the file that was sent; null for none
     */
    record Typed(Carried carried, Map<String, String> sent, @Nullable MultipartFile list) {}

    /** Shown again, or good. */
    sealed interface Outcome {

        record Shown(ModelAndView page) implements Outcome {}

        record Answered(Map<String, Object> values) implements Outcome {}
    }

    TableView view(Trying trying, Form.Page asked, Form.Field field, Carried carried, Words words) {
        Map<String, Object> answers = new HashMap<>(trying.file().answers());
        if (!answers.containsKey(field.name())) {
            answers.putAll(rows(trying, asked, field));
        }
        return new TableView(
                trying.file().withAnswers(answers),
                trying.service(),
                trying.pages(asked),
                asked,
                field,
                new TableView.Place(
                        trying.home(),
                        trying.home() + "/form/" + asked.id(),
                        "",
                        press.written(carried)),
                words);
    }

    /** The rows of the example's person, as the form keeps them; nothing when they are wrong. */
    private Map<String, Object> rows(Trying trying, Form.Page asked, Form.Field field) {
        if (!(trying.example().answers().get(field.name()) instanceof List<?> rows)) {
            return Map.of();
        }
        Form.Checked checked =
                trying.service()
                        .form()
                        .check(asked, Map.of(field.name(), Sheet.of(rows)), trying.facts());
        return checked.isGood() ? checked.values() : Map.of();
    }

    /** What came of sending a table's page. */
    Outcome answered(Trying trying, Form.Page asked, Form.Field field, Typed typed, Words words) {
        Map<String, String> sent = typed.sent();
        TableView view = view(trying, asked, field, typed.carried(), words);
        String way = view.way(sent.getOrDefault("other", sent.getOrDefault("way", "")));
        if (sent.containsKey("other")) {
            return new Outcome.Shown(Reply.page("cases/table", view.asked(way)));
        }
        String pasted = sent.getOrDefault(field.name(), "");
        List<Map<String, String>> lines = TableView.lines(field, sent);
        if (way.equals(TableView.TYPE) && sent.containsKey("more")) {
            return new Outcome.Shown(Reply.page("cases/table", view.longer(lines)));
        }
        if (TablePages.isNothing(way, pasted, typed.list()) && view.hasRows()) {
            return new Outcome.Answered(view.answers());
        }
        return switch (TablePages.read(field, way, pasted, lines, typed.list())) {
            case TableFile.Outcome.Refused(Text sentence) ->
                    again(view, way, pasted, lines, new FieldProblem(field.name(), sentence));
            case TableFile.Outcome.Read(Sheet sheet) -> {
                Form.Checked checked =
                        trying.service()
                                .form()
                                .check(asked, Map.of(field.name(), sheet), trying.facts());
                Optional<FieldProblem> problem =
                        checked.problems().stream()
                                .findFirst()
                                .or(() -> tooLong(field, sheet.lines().size()));
                yield problem.isPresent()
                        ? again(view, way, pasted, lines, problem.get())
                        : new Outcome.Answered(checked.values());
            }
        };
    }

    private static Outcome again(
            TableView view,
            String way,
            String pasted,
            List<Map<String, String>> lines,
            FieldProblem problem) {
        return new Outcome.Shown(
                Reply.invalid("cases/table", view.wrong(way, pasted, lines, problem)));
    }

    /** What is not kept anywhere travels with the page. */
    private Optional<FieldProblem> tooLong(Form.Field field, int rows) {
        return rows <= MOST_ROWS
                ? Optional.empty()
                : Optional.of(
                        new FieldProblem(
                                field.name(),
                                new Text(
                                        vocabulary
                                                .in(Words.PERSIAN)
                                                .t("cases.preview.table.long", MOST_ROWS),
                                        vocabulary
                                                .in(Words.ENGLISH)
                                                .t("cases.preview.table.long", MOST_ROWS))));
    }
}
