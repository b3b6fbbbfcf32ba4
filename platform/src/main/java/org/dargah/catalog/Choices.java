package org.dargah.catalog;

import java.util.List;

/**
 * What can be chosen: the pack's own options, or what a registry listed, one a line, each a value
 * and its words behind a bar.
 */
public final class Choices {

    private static final String BAR = "|";

    private Choices() {}

    /** Empty while the registry has not told, or has nothing. */
    public static List<Form.Option> of(Form.Field field, Facts facts) {
        if (field.choices() == null) {
            return field.options();
        }
        return facts.value(field.choices())
                .map(listed -> listed.toString().lines().map(Choices::option).toList())
                .orElse(List.of());
    }

    private static Form.Option option(String line) {
        int bar = line.indexOf(BAR);
        String value = bar < 0 ? line : line.substring(0, bar).strip();
        String words = bar < 0 ? line : line.substring(bar + 1).strip();
        return new Form.Option(value, new Text(words, words));
    }

    /** The words of what was chosen, as lists and certificates show it. */
    public static java.util.Optional<Text> label(Form.Field field, Object value, Facts facts) {
        return of(field, facts).stream()
                .filter(option -> option.value().equals(value))
                .map(Form.Option::label)
                .findFirst();
    }
}
