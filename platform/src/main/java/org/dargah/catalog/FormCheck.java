package org.dargah.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.catalog.internal.AnswerSchema;

/** Reads what was typed into some questions and holds it against the form's schema. */
final class FormCheck {

    private final AnswerSchema schema;

    FormCheck(AnswerSchema schema) {
        this.schema = schema;
    }

    /** What a registry told, as the answer would be kept; empty while it tells nothing of use. */
    static Optional<Object> told(Form.Field field, Optional<Object> fact) {
        return fact.flatMap(
                value ->
                        Typed.cell(field, Form.written(value)) instanceof Typed.Value(Object kept)
                                ? Optional.of(kept)
                                : Optional.empty());
    }

    Form.Checked check(List<Form.Field> fields, Map<String, ?> typed, Facts facts) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, FieldProblem> problems = new LinkedHashMap<>();
        Map<String, TableCheck> tables = new LinkedHashMap<>();
        for (Form.Field field : fields) {
            if (field.table() == null) {
                answer(field, typed, facts, values, problems);
            } else {
                tables.put(field.name(), table(field, typed, values));
            }
        }
        for (AnswerSchema.Breach breach : schema.breaches(values)) {
            TableCheck table = tables.get(breach.field());
            if (table != null) {
                table.add(breach);
            } else {
                fields.stream()
                        .filter(field -> field.name().equals(breach.field()))
                        .findFirst()
                        .ifPresent(field -> add(problems, field, Sentence.of(breach, field)));
            }
        }
        tables.values().forEach(table -> table.problem().ifPresent(p -> add(problems, p)));
        return new Form.Checked(values, List.copyOf(problems.values()));
    }

    private static void answer(
            Form.Field field,
            Map<String, ?> typed,
            Facts facts,
            Map<String, Object> values,
            Map<String, FieldProblem> problems) {
        switch (Typed.read(field, typed, facts)) {
            case Typed.Value(Object value) -> values.put(field.name(), value);
            case Typed.Nothing() -> missing(field).ifPresent(text -> add(problems, field, text));
            case Typed.Wrong(Text sentence) -> add(problems, field, sentence);
        }
    }

    private static TableCheck table(
            Form.Field field, Map<String, ?> typed, Map<String, Object> values) {
        Sheet sheet = typed.get(field.name()) instanceof Sheet given ? given : new Sheet(List.of());
        var table = new TableCheck(field, sheet);
        if (!table.rows().isEmpty()) {
            values.put(field.name(), table.rows());
        }
        return table;
    }

    static Optional<Text> missing(Form.Field field) {
        if (field.optional()) {
            return Optional.empty();
        }
        String key =
                switch (field.kind()) {
                    case CHOICE -> "catalog.form.missing.choice";
                    case DATE -> "catalog.form.missing.date";
                    case FILE -> "catalog.form.missing.file";
                    case TABLE -> "catalog.form.missing.table";
                    case PLATE -> "catalog.form.missing.plate";
                    case MAP_POINT -> "catalog.form.missing.point";
                    case TEXT,
                            TEXTAREA,
                            NUMBER,
                            POSTCODE,
                            MOBILE,
                            NATIONAL_ID,
                            LEGAL_ID,
                            SHEBA,
                            RIAL ->
                            "catalog.form.missing.text";
                };
        return Optional.of(Sentence.of(key, field.shortLabel()));
    }

    private static void add(Map<String, FieldProblem> problems, Form.Field field, Text sentence) {
        add(problems, new FieldProblem(field.name(), sentence));
    }

    /** At most one sentence a field: the first rule that an answer breaks. */
    private static void add(Map<String, FieldProblem> problems, FieldProblem problem) {
        problems.putIfAbsent(problem.field(), problem);
    }
}
