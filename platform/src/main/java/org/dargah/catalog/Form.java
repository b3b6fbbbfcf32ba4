package org.dargah.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
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

    /** Digits that anybody could mean. */
    private static final int LONGEST = 400;

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
     * @param origin where the answer comes from when the person need not give it; null for most
     * @param choices the fact that lists what can be chosen, such as {@code vehicles.list}; else
     *     the pack's own options
     * @param table the columns of a table; null for other kinds
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
            long maxBytes,
            @Nullable Origin origin,
            @Nullable String choices,
            @Nullable Table table) {
        /** A question that the person answers. */
        public Field(
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
            this(
                    name,
                    kind,
                    label,
                    shortLabel,
                    hint,
                    example,
                    unit,
                    optional,
                    options,
                    accept,
                    maxBytes,
                    null,
                    null,
                    null);
        }

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

    /** Where an answer comes from when the person need not give it. */
    public sealed interface Origin {

        /** A registry; the person is asked only while it does not tell. */
        record Fact(String name) implements Origin {}

        /** An expression in FEEL over other facts; nobody is asked. */
        record Computed(String expression) implements Origin {}
    }

    /**
     * The columns of a table.
     *
     * @param least how many rows there must be
     * @param most how many there may be
     * @param unique columns in which no value may stand twice
     */
    public record Table(List<Field> columns, int least, int most, List<String> unique) {
        public Table {
            columns = List.copyOf(columns);
            unique = List.copyOf(unique);
        }

        public Optional<Field> column(String name) {
            return columns.stream().filter(column -> column.name().equals(name)).findFirst();
        }
    }

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
    private final String schema;
    private final FormCheck check;
    private final Computations computations;

    public Form(List<Section> sections, List<Page> pages, String schema) {
        this.sections = List.copyOf(sections);
        this.pages = List.copyOf(pages);
        this.schema = schema;
        this.check = new FormCheck(new AnswerSchema(schema));
        this.computations = Computations.of(fields(this.pages));
    }

    public List<Section> sections() {
        return sections;
    }

    /** The JSON Schema (2020-12) that all answers together keep, as the pack gives it. */
    public String schema() {
        return schema;
    }

    public List<Page> pages() {
        return pages;
    }

    /** The pages on which this person is asked something, as far as is known. */
    public List<Page> pages(Facts facts) {
        return shown(facts).stream().filter(page -> !asked(page, facts).isEmpty()).toList();
    }

    /** Those, and the pages on which everything is known without asking. */
    public List<Page> shown(Facts facts) {
        return pages.stream().filter(page -> page.applies(facts)).toList();
    }

    /** What the person must answer on a page, as far as is known. */
    public List<Field> asked(Page page, Facts facts) {
        return page.fields().stream().filter(field -> isAsked(field, facts)).toList();
    }

    private static boolean isAsked(Field field, Facts facts) {
        return switch (field.origin()) {
            case null -> true;
            case Origin.Computed computed -> false;
            case Origin.Fact(String name) -> FormCheck.told(field, facts.value(name)).isEmpty();
        };
    }

    /** True when what one of these asks tells decides which questions are asked or computed. */
    boolean dependsOn(List<Ask> asks) {
        return Stream.of(
                        pages.stream()
                                .flatMap(page -> Stream.ofNullable(page.when()))
                                .map(When::fact),
                        fields(pages).stream().flatMap(field -> Stream.ofNullable(field.choices())),
                        fields(pages).stream()
                                .flatMap(
                                        field ->
                                                field.origin() instanceof Origin.Fact(String name)
                                                        ? Stream.of(name)
                                                        : Stream.empty()),
                        computations.facts().stream())
                .flatMap(name -> name)
                .anyMatch(fact -> asks.stream().anyMatch(a -> fact.startsWith(a.name() + ".")));
    }

    public Optional<Page> page(String id) {
        return pages.stream().filter(page -> page.id().equals(id)).findFirst();
    }

    public Optional<Field> field(String name) {
        return fields(pages).stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** As {@link #check(Page, Map, Facts)} while no registry has said anything. */
    public Checked check(Page page, Map<String, ?> typed) {
        return check(page, typed, Facts.on(LocalDate.EPOCH));
    }

    /**
     * Checks what was typed on one page. A date comes as {@code name.year}, {@code name.month} and
     * {@code name.day}, a number plate and a place in their parts likewise, or as one text; a file
     * as the id of the stored document; a table as a {@link Sheet}.
     */
    public Checked check(Page page, Map<String, ?> typed, Facts facts) {
        return check.check(asked(page, facts), typed, facts);
    }

    /**
     * Checks all answers together, as they were stored or came through the API. Answers to pages
     * that are not asked are dropped; a date is then ISO, a table a list of its rows. The values
     * hold what follows from them, too.
     */
    public Checked check(Map<String, ? extends @Nullable Object> answers, Facts facts) {
        Map<String, Object> typed = new LinkedHashMap<>();
        answers.forEach(
                (name, value) ->
                        typed.put(
                                name,
                                value instanceof List<?> rows ? Sheet.of(rows) : written(value)));
        Facts answered = facts.answers(answers);
        List<Field> asked =
                shown(answered).stream().flatMap(page -> asked(page, answered).stream()).toList();
        Checked checked = check.check(asked, typed, facts);
        List<FieldProblem> all = new ArrayList<>(unknown(typed));
        all.addAll(checked.problems());
        return new Checked(
                all.isEmpty() ? derived(checked.values(), facts) : checked.values(), all);
    }

    /** These answers, with what registries told instead of the person, and what is computed. */
    public Map<String, Object> derived(Map<String, Object> answers, Facts facts) {
        Map<String, Object> all = new LinkedHashMap<>(answers);
        Facts before = facts.answers(all);
        for (Page page : shown(before)) {
            for (Field field : page.fields()) {
                if (field.origin() instanceof Origin.Fact(String name)) {
                    FormCheck.told(field, facts.value(name))
                            .ifPresent(value -> all.put(field.name(), value));
                }
            }
        }
        return computations.addTo(all, facts);
    }

    /**
     * As a person would type it; 1E+3 is nothing that people type. Numbers beyond all measure stay
     * as they are, and are then no number.
     */
    static String written(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double number when !Double.isFinite(number) -> number.toString();
            case BigDecimal number when Math.abs(number.scale()) > LONGEST -> number.toString();
            case Number number -> new BigDecimal(number.toString()).toPlainString();
            case Map<?, ?> point when point.containsKey("lat") && point.containsKey("lon") ->
                    point.get("lat") + ", " + point.get("lon");
            default -> value.toString();
        };
    }

    private static List<Field> fields(List<Page> pages) {
        return pages.stream().flatMap(page -> page.fields().stream()).toList();
    }

    private List<FieldProblem> unknown(Map<String, ?> typed) {
        return typed.keySet().stream()
                .filter(name -> field(name).isEmpty())
                .map(
                        name ->
                                new FieldProblem(
                                        name,
                                        Sentence.of("catalog.form.unknown", new Text(name, name))))
                .toList();
    }
}
