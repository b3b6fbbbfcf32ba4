package org.dargah.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one application: today's date, the answers, and what registries said, each
 * under the name of its ask. What is not here is not known, which is something else than "no".
 * Immutable; each method that adds returns new facts.
 */
public final class Facts {

    /** What one registry said. */
    public record Said(boolean found, Map<String, Object> fields, Instant at) {
        public Said {
            fields = Map.copyOf(fields);
        }

        @Override
        public String toString() {
            return "Said[found=" + found + ", fields=" + fields.keySet() + ", at=" + at + "]";
        }
    }

    private final LocalDate today;
    private final Map<String, Object> answers;
    private final Map<String, Said> said;

    private Facts(LocalDate today, Map<String, Object> answers, Map<String, Said> said) {
        this.today = today;
        this.answers = Map.copyOf(answers);
        this.said = Map.copyOf(said);
    }

    /** Nothing is known but the day on which the rules are applied, in Tehran. */
    public static Facts on(LocalDate today) {
        return new Facts(today, Map.of(), Map.of());
    }

    /** With these answers, as {@link Form} checked them; null ones are left out. */
    public Facts answers(Map<String, ? extends @Nullable Object> values) {
        return new Facts(today, present(values), said);
    }

    /** A registry knew; null fields are left out. */
    public Facts known(String ask, Map<String, ? extends @Nullable Object> fields, Instant at) {
        return with(ask, new Said(true, present(fields), at));
    }

    private static Map<String, Object> present(Map<String, ? extends @Nullable Object> values) {
        Map<String, Object> present = new HashMap<>();
        values.forEach(
                (name, value) -> {
                    if (value != null) {
                        present.put(name, value);
                    }
                });
        return present;
    }

    /** A registry answered that it has nothing. */
    public Facts notFound(String ask, Instant at) {
        return with(ask, new Said(false, Map.of(), at));
    }

    private Facts with(String ask, Said what) {
        Map<String, Said> more = new HashMap<>(said);
        more.put(ask, what);
        return new Facts(today, answers, more);
    }

    public LocalDate today() {
        return today;
    }

    public Map<String, Object> answers() {
        return answers;
    }

    public Optional<Said> said(String ask) {
        return Optional.ofNullable(said.get(ask));
    }

    /** A fact by its name: {@code answers.trade}, {@code person.gender}, {@code degree.found}. */
    public Optional<Object> value(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String of = name.substring(0, dot);
        String field = name.substring(dot + 1);
        if (of.equals("answers")) {
            return Optional.ofNullable(answers.get(field));
        }
        return said(of).flatMap(what -> valueOf(what, field));
    }

    private static Optional<Object> valueOf(Said what, String field) {
        return field.equals("found")
                ? Optional.of(what.found())
                : Optional.ofNullable(what.fields().get(field));
    }

    /** Everything as rules see it: a map for the answers and one for each ask. */
    Map<String, Object> asContext() {
        Map<String, Object> context = new HashMap<>();
        context.put("today", today);
        context.put("answers", answers);
        said.forEach(
                (ask, what) -> {
                    Map<String, Object> fields = nested(what.fields());
                    fields.put("found", what.found());
                    context.put(ask, fields);
                });
        return context;
    }

    /** {@code water.outcome} among the opinions is the outcome of water, as FEEL reads it. */
    @SuppressWarnings("unchecked") // what stands under the first word was put there here
    private static Map<String, Object> nested(Map<String, Object> fields) {
        Map<String, Object> nested = new HashMap<>();
        fields.forEach(
                (name, value) -> {
                    int dot = name.indexOf('.');
                    if (dot < 0) {
                        nested.put(name, value);
                    } else {
                        ((Map<String, Object>)
                                        nested.computeIfAbsent(
                                                name.substring(0, dot), of -> new HashMap<>()))
                                .put(name.substring(dot + 1), value);
                    }
                });
        return nested;
    }

    @Override
    public String toString() {
        return "Facts[" + today + ", answers=" + answers.keySet() + ", said=" + said.keySet() + "]";
    }
}
