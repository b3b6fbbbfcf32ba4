package org.dargah.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dargah.catalog.internal.AnswerSchema;
import org.jspecify.annotations.Nullable;

/** One table, read row by row; what is wrong is told by row and column. */
final class TableCheck {

    private final Form.Field field;
    private final Form.Table table;
    private final List<Sheet.Line> lines;
    private final List<Map<String, Object>> rows;
    private final List<RowProblem> faults = new ArrayList<>();

    /** What the schema says of the table as a whole. */
    private @Nullable Text broken;

    /** Cells of which a fault is told already: one sentence a cell. */
    private final Set<String> told = new HashSet<>();

    TableCheck(Form.Field field, Sheet sheet) {
        this.field = field;
        this.table = Objects.requireNonNull(field.table());
        this.lines = sheet.lines().stream().filter(line -> !line.isBlank()).toList();
        this.rows = new ArrayList<>(lines.size());
        sheet.faults().forEach(this::add);
        if (lines.size() <= table.most()) {
            lines.forEach(line -> rows.add(row(line)));
            table.unique().forEach(this::unique);
        }
    }

    private Map<String, Object> row(Sheet.Line line) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (Form.Field column : table.columns()) {
            String typed = line.cells().getOrDefault(column.name(), "");
            switch (Typed.cell(column, typed)) {
                case Typed.Value(Object value) -> row.put(column.name(), value);
                case Typed.Nothing() ->
                        FormCheck.missing(column)
                                .ifPresent(text -> add(line.number(), column, typed, text));
                case Typed.Wrong(Text sentence) -> add(line.number(), column, typed, sentence);
            }
        }
        for (String name : line.cells().keySet()) {
            if (table.column(name).isEmpty()) {
                add(
                        new RowProblem(
                                line.number(),
                                name,
                                "",
                                Sentence.of("catalog.form.table.column", new Text(name, name))));
            }
        }
        return row;
    }

    private void unique(String name) {
        Form.Field column = table.column(name).orElseThrow();
        Map<Object, Integer> first = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Object value = rows.get(i).get(name);
            Integer before = value == null ? null : first.putIfAbsent(value, lines.get(i).number());
            if (before != null) {
                add(
                        lines.get(i).number(),
                        column,
                        typed(i, name),
                        Sentence.of("catalog.form.table.twice", column.shortLabel(), before));
            }
        }
    }

    private String typed(int row, String column) {
        return lines.get(row).cells().getOrDefault(column, "");
    }

    /** A rule of the form's JSON Schema is broken somewhere in the table. */
    void add(AnswerSchema.Breach breach) {
        int row = breach.row();
        if (row < 0) {
            broken = Sentence.of(breach, field);
            return;
        }
        table.column(breach.column())
                .ifPresent(
                        column ->
                                add(
                                        lines.get(row).number(),
                                        column,
                                        typed(row, column.name()),
                                        Sentence.of(breach, column)));
    }

    private void add(int row, Form.Field column, String typed, Text sentence) {
        add(new RowProblem(row, column.name(), typed, sentence));
    }

    private void add(RowProblem fault) {
        if (told.add(fault.row() + " " + fault.column())) {
            faults.add(fault);
        }
    }

    /** As they are kept; those that are wrong lack what is wrong in them. */
    List<Map<String, Object>> rows() {
        return rows;
    }

    Optional<FieldProblem> problem() {
        int count = lines.size();
        if (count > table.most()) {
            return sentence("catalog.form.table.most", table.most(), count);
        }
        if (!faults.isEmpty()) {
            long wrong = faults.stream().mapToInt(RowProblem::row).distinct().count();
            return Optional.of(
                    new FieldProblem(
                            field.name(),
                            Sentence.of("catalog.form.table.faults", field.shortLabel(), wrong),
                            faults.stream()
                                    .sorted(Comparator.comparingInt(RowProblem::row))
                                    .limit(FieldProblem.MOST_ROWS)
                                    .toList()));
        }
        if (count == 0) {
            return FormCheck.missing(field).map(text -> new FieldProblem(field.name(), text));
        }
        return count < table.least()
                ? sentence("catalog.form.table.least", table.least(), count)
                : Optional.ofNullable(broken).map(text -> new FieldProblem(field.name(), text));
    }

    private Optional<FieldProblem> sentence(String key, int limit, int count) {
        return Optional.of(
                new FieldProblem(field.name(), Sentence.of(key, field.shortLabel(), limit, count)));
    }
}
