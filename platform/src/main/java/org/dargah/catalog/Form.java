package org.dargah.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dargah.catalog.internal.AnswerSchema;
import org.jspecify.annotations.Nullable;

/**
 * The questions of a service: pages in order, one thing a page, and the JSON Schema (2020-12) that
 * all answers together must keep.
 */
public final class Form {

    /** A group of pages in the task list. */
    public record Section(String id, Text title) {}

    /**
     * One page.
     *
     * @param when the condition under which it is asked; none means always
     */
    public record Page(
            String id, String section, Text title, @Nullable When when, List<Field> fields) {
        public Page {
            fields = List.copyOf(fields);
        }

        public boolean applies(Facts facts) {
            return when == null || when.holds(facts);
        }
    }

    /**
     * One question.
     *
     * @param label the question itself
     * @param shortLabel its name in lists and in error sentences
     * @param accept content types of a file
     * @param maxBytes the largest file; 0 for other kinds
     */
    public record Field(
            String name,
            FieldKind kind,
            Text label,
            Text shortLabel,
            Optional<Text> hint,
            Optional<String> example,
            Optional<Text> unit,
            boolean optional,
            List<Option> options,
            List<String> accept,
            long maxBytes) {
        public Field {
            options = List.copyOf(options);
            accept = List.copyOf(accept);
        }

        /** The label of a chosen value, as lists and certificates show it. */
        public Optional<Text> label(Object value) {
            return options.stream()
                    .filter(option -> option.value().equals(value))
                    .map(Option::label)
                    .findFirst();
        }
    }

    public record Option(String value, Text label) {}

    /**
     * What came of checking.
     *
     * @param values the answers in their stored form: text normalised, numbers as numbers, dates
     *     ISO; optional questions left empty are not there
     */
    public record Checked(Map<String, Object> values, List<FieldProblem> problems) {
        public Checked {
            values = Map.copyOf(values);
            problems = List.copyOf(problems);
        }

        public boolean isGood() {
            return problems.isEmpty();
        }

        @Override
        public String toString() {
            return "Checked[" + values.keySet() + ", " + problems + "]";
        }
    }

    private final List<Section> sections;
    private final List<Page> pages;
    private final AnswerSchema schema;

    public Form(List<Section> sections, List<Page> pages, String schema) {
        this.sections = List.copyOf(sections);
        this.pages = List.copyOf(pages);
        this.schema = new AnswerSchema(schema);
    }

    public List<Section> sections() {
        return sections;
    }

    public List<Page> pages() {
        return pages;
    }

    /** The pages that this person is asked, as far as is known. */
    public List<Page> pages(Facts facts) {
        return pages.stream().filter(page -> page.applies(facts)).toList();
    }

    /** True when what one of these asks tells decides whether a page is shown. */
    boolean dependsOn(List<Ask> asks) {
        return pages.stream()
                .flatMap(page -> Stream.ofNullable(page.when()))
                .anyMatch(
                        when ->
                                asks.stream()
                                        .anyMatch(ask -> when.fact().startsWith(ask.name() + ".")));
    }

    public Optional<Page> page(String id) {
        return pages.stream().filter(page -> page.id().equals(id)).findFirst();
    }

    public Optional<Field> field(String name) {
        return pages.stream()
                .flatMap(page -> page.fields().stream())
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    /**
     * Checks what was typed on one page. A date comes as {@code name.year}, {@code name.month} and
     * {@code name.day}; a file as the id of the stored document.
     */
    public Checked check(Page page, Map<String, String> typed) {
        return check(page.fields(), typed);
    }

    /**
     * Checks all answers together, as they were stored or came through the API. Answers to pages
     * that are not asked are dropped; a date is then ISO.
     */
    public Checked check(Map<String, ? extends @Nullable Object> answers, Facts facts) {
        Map<String, String> typed = new LinkedHashMap<>();
        answers.forEach((name, value) -> typed.put(name, written(value)));
        List<FieldProblem> unknown = unknown(typed);
        Checked checked = check(fields(facts.answers(answers)), typed);
        if (unknown.isEmpty()) {
            return checked;
        }
        List<FieldProblem> all = new ArrayList<>(unknown);
        all.addAll(checked.problems());
        return new Checked(checked.values(), all);
    }

    /** As a person would type it; 1E+3 is nothing that people type. */
    private static String written(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> new BigDecimal(number.toString()).toPlainString();
            default -> value.toString();
        };
    }

    private List<Field> fields(Facts facts) {
        return pages(facts).stream().flatMap(page -> page.fields().stream()).toList();
    }

    private List<FieldProblem> unknown(Map<String, String> typed) {
        return typed.keySet().stream()
                .filter(name -> field(name).isEmpty())
                .map(
                        name ->
                                new FieldProblem(
                                        name,
                                        Sentence.of("catalog.form.unknown", new Text(name, name))))
                .toList();
    }

    private Checked check(List<Field> fields, Map<String, String> typed) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        for (Field field : fields) {
            switch (Typed.read(field, typed)) {
                case Typed.Value(Object value) -> values.put(field.name(), value);
                case Typed.Nothing() -> missing(field).ifPresent(problems::add);
                case Typed.Wrong(Text sentence) ->
                        problems.add(new FieldProblem(field.name(), sentence));
            }
        }
        problems.addAll(againstSchema(fields, values));
        return new Checked(values, problems);
    }

    private static Optional<FieldProblem> missing(Field field) {
        if (field.optional()) {
            return Optional.empty();
        }
        String key =
                switch (field.kind()) {
                    case CHOICE -> "catalog.form.missing.choice";
                    case DATE -> "catalog.form.missing.date";
                    case FILE -> "catalog.form.missing.file";
                    case TEXT, TEXTAREA, NUMBER, POSTCODE, MOBILE -> "catalog.form.missing.text";
                };
        return Optional.of(new FieldProblem(field.name(), Sentence.of(key, field.shortLabel())));
    }

    /** At most one sentence a field: the first rule that an answer breaks. */
    private List<FieldProblem> againstSchema(List<Field> fields, Map<String, Object> values) {
        Map<String, FieldProblem> first = new LinkedHashMap<>();
        for (AnswerSchema.Breach breach : schema.breaches(values)) {
            fields.stream()
                    .filter(field -> field.name().equals(breach.field()))
                    .findFirst()
                    .ifPresent(
                            field ->
                                    first.putIfAbsent(
                                            field.name(),
                                            new FieldProblem(
                                                    field.name(), Sentence.of(breach, field))));
        }
        return List.copyOf(first.values());
    }
}
