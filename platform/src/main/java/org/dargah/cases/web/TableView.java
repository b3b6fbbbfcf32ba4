package org.dargah.cases.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dargah.cases.CaseFile;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.RowProblem;
import org.dargah.catalog.Service;
import org.dargah.catalog.Sheet;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.Field;
import org.dargah.ui.Option;
import org.dargah.ui.Row;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;

/** Draws a page that asks for a table. */
final class TableView {

    /** More rows than this nobody types on a page. */
    static final int TYPED = 20;

    static final String FILE = "file";
    static final String PASTE = "paste";
    static final String TYPE = "type";

    private static final int SHOWN_FAULTS = 10;
    private static final int BLANK_ROWS = 3;

    private final CaseFile file;
    private final Service service;
    private final List<Form.Page> pages;
    private final Form.Page page;
    private final Form.Field field;
    private final Form.Table table;
    private final Words words;
    private final Place place;

    /**
     * Where the page stands.
     *
     * @param home where it is left for
     * @param action where it is sent
     * @param list where its rows and faults are read; empty in a preview, which keeps nothing
     * @param carried what a preview carries along; else empty
     */
    record Place(String home, String action, String list, String carried) {

        static Place of(CaseFile file, Form.Page page, Form.Field field) {
            String base = "/cases/" + file.tracking().text();
            return new Place(
                    Own.home(file),
                    base + "/form/" + page.id(),
                    base + "/lists/" + field.name(),
                    "");
        }
    }

    TableView(
            CaseFile file,
            Service service,
            List<Form.Page> pages,
            Form.Page page,
            Form.Field field,
            Place place,
            Words words) {
        this.place = place;
        this.file = file;
        this.service = service;
        this.pages = pages;
        this.page = page;
        this.field = field;
        this.table = Objects.requireNonNull(field.table());
        this.words = words;
    }

    /** The question of a page that asks for a table. */
    static Optional<Form.Field> field(Form.Page page) {
        return page.fields().stream().filter(field -> field.table() != null).findFirst();
    }

    private List<Map<String, Object>> kept() {
        return rows(file.answers().get(field.name()));
    }

    @SuppressWarnings("unchecked") // a table is answered by rows, each of which has cells by name
    private static List<Map<String, Object>> rows(@Nullable Object answer) {
        return answer instanceof List<?> rows ? (List<Map<String, Object>>) rows : List.of();
    }

    boolean hasRows() {
        return !kept().isEmpty();
    }

    Map<String, Object> answers() {
        return Map.of(field.name(), kept());
    }

    /** That was asked for, if it is open for this table. */
    String way(String wanted) {
        boolean few = table.most() <= TYPED || (table.least() <= TYPED && kept().size() <= TYPED);
        return switch (wanted) {
            case FILE, PASTE -> wanted;
            case TYPE -> few ? TYPE : FILE;
            default -> table.most() <= TYPED ? TYPE : FILE;
        };
    }

    /** As it stands: the kept rows, if they can be typed, and some blank ones. */
    TablePage asked(String way) {
        var lines = new ArrayList<Map<String, String>>();
        if (way.equals(TYPE)) {
            kept().forEach(row -> lines.add(typed(row)));
            blank(lines, lines.isEmpty() ? BLANK_ROWS : 1);
        }
        return page(way, "", lines, Errors.none(), null);
    }

    private void blank(List<Map<String, String>> lines, int more) {
        for (int i = 0; i < more && lines.size() < Math.min(TYPED, table.most()); i++) {
            lines.add(Map.of());
        }
    }

    private Map<String, String> typed(Map<String, Object> row) {
        Map<String, String> cells = new HashMap<>();
        for (Form.Field column : table.columns()) {
            Object value = row.get(column.name());
            if (value != null) {
                cells.put(
                        column.name(),
                        column.kind() == FieldKind.CHOICE
                                ? value.toString()
                                : TableTexts.text(column, value, words));
            }
        }
        return cells;
    }

    /** With more rows to type in. */
    TablePage longer(List<Map<String, String>> lines) {
        var more = new ArrayList<>(lines);
        blank(more, BLANK_ROWS);
        return page(TYPE, "", more, Errors.none(), null);
    }

    /** With what is wrong with what was typed, pasted or sent. */
    TablePage wrong(
            String way, String pasted, List<Map<String, String>> lines, FieldProblem problem) {
        String sentence = words.pick(problem.sentence().fa(), problem.sentence().en());
        if (!way.equals(TYPE)) {
            return page(way, pasted, lines, Errors.of(field.name(), sentence), problem);
        }
        Errors errors = Errors.none();
        for (RowProblem fault : problem.rows()) {
            errors =
                    errors.with(
                            field.name() + "." + (fault.row() - 1) + "." + fault.column(),
                            words.pick(fault.sentence().fa(), fault.sentence().en()));
        }
        String first = field.name() + ".0." + table.columns().getFirst().name();
        return page(
                way, pasted, lines, errors.isEmpty() ? Errors.of(first, sentence) : errors, null);
    }

    private TablePage page(
            String way,
            String pasted,
            List<Map<String, String>> lines,
            Errors errors,
            @Nullable FieldProblem problem) {
        return new TablePage(
                AnswerTexts.title(service, words),
                words.pick(field.label().fa(), field.label().en()),
                field.hint().map(hint -> words.pick(hint.fa(), hint.en())).orElse(""),
                place.home(),
                place.action(),
                place.list(),
                place.carried(),
                words.t(
                        "cases.question.progress",
                        pages.indexOf(page) + 1,
                        pages.size(),
                        words.pick(page.title().fa(), page.title().en())),
                pages.indexOf(page) + 1,
                pages.size(),
                ways(way),
                way,
                summary(),
                TableTexts.columns(table, words),
                control(way, pasted, errors),
                way.equals(TYPE) ? controls(lines, errors) : List.of(),
                faults(problem),
                problem == null ? "" : words.pick(problem.sentence().fa(), problem.sentence().en()),
                errors);
    }

    private List<TablePage.Way> ways(String way) {
        return Stream.of(TYPE, FILE, PASTE)
                .filter(each -> way(each).equals(each))
                .map(
                        each ->
                                new TablePage.Way(
                                        words.t("cases.table.way." + each),
                                        each,
                                        place.action() + "?way=" + each,
                                        each.equals(way)))
                .toList();
    }

    private List<Row> summary() {
        if (kept().isEmpty()) {
            return List.of();
        }
        var rows = new ArrayList<Row>();
        rows.add(new Row(words.t("cases.table.count"), words.t("cases.table.rows", kept().size())));
        page.fields().stream()
                .filter(other -> other.origin() instanceof Form.Origin.Computed)
                .flatMap(other -> AnswerTexts.answer(other, file, service, words).stream())
                .forEach(rows::add);
        return rows;
    }

    private @Nullable Field control(String way, String pasted, Errors errors) {
        return switch (way) {
            case TYPE -> null;
            case PASTE ->
                    Field.textArea(field.name(), words.t("cases.table.paste"))
                            .hint(words.t("cases.table.paste.hint"))
                            .value(pasted)
                            .error(errors);
            default ->
                    Field.file(field.name(), words.t("cases.table.file"), ".csv,.xlsx")
                            .hint(words.t("cases.table.file.hint", table.most()))
                            .error(errors);
        };
    }

    private List<List<Field>> controls(List<Map<String, String>> lines, Errors errors) {
        var rows = new ArrayList<List<Field>>();
        for (Map<String, String> line : lines) {
            String at = field.name() + "." + rows.size() + ".";
            rows.add(
                    table.columns().stream()
                            .map(column -> control(column, at, line).error(errors))
                            .toList());
        }
        return rows;
    }

    private Field control(Form.Field column, String at, Map<String, String> line) {
        String name = at + column.name();
        String label = TableTexts.label(column, words);
        String value = line.getOrDefault(column.name(), "");
        Field control =
                switch (column.kind()) {
                    case CHOICE -> Field.select(name, label, options(column)).value(value);
                    case NUMBER, RIAL, NATIONAL_ID, LEGAL_ID, POSTCODE, MOBILE ->
                            Field.digits(name, label).width(10).value(value);
                    case SHEBA -> Field.text(name, label).ltr().width(20).value(value);
                    case DATE -> Field.text(name, label).width(10).value(value);
                    default -> Field.text(name, label).width(20).value(value);
                };
        Field hinted =
                column.hint()
                        .map(hint -> control.hint(words.pick(hint.fa(), hint.en())))
                        .orElse(control);
        return column.optional() ? hinted.optional() : hinted;
    }

    private List<Option> options(Form.Field column) {
        var options = new ArrayList<Option>();
        options.add(new Option("", words.t("cases.table.choose")));
        column.options()
                .forEach(
                        it ->
                                options.add(
                                        new Option(
                                                it.value(),
                                                words.pick(it.label().fa(), it.label().en()))));
        return options;
    }

    private @Nullable DataTable faults(@Nullable FieldProblem problem) {
        return problem == null || problem.rows().isEmpty()
                ? null
                : TableTexts.faults(
                        table,
                        problem.rows().subList(0, Math.min(SHOWN_FAULTS, problem.rows().size())),
                        words);
    }

    /** The rows that were typed on the page, in their order. */
    static List<Map<String, String>> lines(Form.Field field, Map<String, String> sent) {
        var lines = new ArrayList<Map<String, String>>();
        Form.Table table = Objects.requireNonNull(field.table());
        for (int row = 0; row < TYPED; row++) {
            String at = field.name() + "." + row + ".";
            Map<String, String> cells = new HashMap<>();
            table.columns()
                    .forEach(
                            column -> {
                                String text = sent.get(at + column.name());
                                if (text != null) {
                                    cells.put(column.name(), text);
                                }
                            });
            if (cells.isEmpty()) {
                break;
            }
            lines.add(cells);
        }
        return lines;
    }

    static Sheet sheet(List<Map<String, String>> lines) {
        var sheet = new ArrayList<Sheet.Line>();
        lines.forEach(cells -> sheet.add(new Sheet.Line(sheet.size() + 1, cells)));
        return new Sheet(sheet);
    }
}
