package org.dargah.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One question of a form, drawn by {@code ui/field}. Made by a factory, completed by its methods,
 * each of which answers a changed copy.
 *
 * @param name of the control; also its {@code id}, to which the error summary links
 * @param values what was answered, as typed; a date has three: day, month, year; a number plate
 *     four, a place two
 * @param error the sentence of {@link Errors} for this field, or empty
 * @param width expected length: 2, 4, 10 or 20 signs; 0 for the whole line
 * @param attributes of the HTML control
 */
public record Field(
        Kind kind,
        String name,
        String label,
        String hint,
        List<String> values,
        List<Option> options,
        String error,
        int width,
        Set<Trait> traits,
        Map<String, String> attributes) {

    /** What control it is. */
    public enum Kind {
        TEXT,
        TEXTAREA,
        SELECT,
        RADIOS,
        CHECKBOXES,
        DATE,
        PLATE,
        POINT,
        FILE
    }

    /** What is special about it. */
    public enum Trait {
        /** For codes and numbers: left to right, signs of one width. */
        LTR,
        /** The question is the heading of its page. */
        HEADING,
        OPTIONAL
    }

    public Field {
        values = List.copyOf(values);
        options = List.copyOf(options);
        traits = Set.copyOf(traits);
        attributes = Map.copyOf(attributes);
    }

    private static Field of(Kind kind, String name, String label) {
        return new Field(kind, name, label, "", List.of(), List.of(), "", 0, Set.of(), Map.of());
    }

    public static Field text(String name, String label) {
        return of(Kind.TEXT, name, label);
    }

    /** Digits of a code or count; a phone shows its number keys. */
    public static Field digits(String name, String label) {
        return text(name, label).ltr().inputMode("numeric");
    }

    public static Field password(String name, String label) {
        return text(name, label).ltr().type("password");
    }

    public static Field textArea(String name, String label) {
        return of(Kind.TEXTAREA, name, label);
    }

    /**
     * A Jalali date in three parts, sent as {@code name.day}, {@code name.month}, {@code
     * name.year}.
     */
    public static Field date(String name, String label) {
        return of(Kind.DATE, name, label);
    }

    /**
     * A number plate in four parts, sent as {@code name.two}, {@code name.letter}, {@code
     * name.three}, {@code name.place}.
     */
    public static Field plate(String name, String label) {
        return of(Kind.PLATE, name, label);
    }

    /** A place by its degrees, sent as {@code name.lat} and {@code name.lon}. */
    public static Field point(String name, String label) {
        return of(Kind.POINT, name, label);
    }

    public static Field select(String name, String label, List<Option> options) {
        return of(Kind.SELECT, name, label).options(options);
    }

    public static Field radios(String name, String label, List<Option> options) {
        return of(Kind.RADIOS, name, label).options(options);
    }

    public static Field checkboxes(String name, String label, List<Option> options) {
        return of(Kind.CHECKBOXES, name, label).options(options);
    }

    /**
     * @param accept file types as the HTML standard writes them
     */
    public static Field file(String name, String label, String accept) {
        return of(Kind.FILE, name, label).type("file").attribute("accept", accept);
    }

    public Field hint(String text) {
        return new Field(
                kind, name, label, text, values, options, error, width, traits, attributes);
    }

    public Field value(@Nullable String typed) {
        return values(typed == null ? List.of() : List.of(typed));
    }

    public Field values(List<String> typed) {
        return new Field(kind, name, label, hint, typed, options, error, width, traits, attributes);
    }

    private Field options(List<Option> choices) {
        return new Field(
                kind, name, label, hint, values, choices, error, width, traits, attributes);
    }

    public Field error(Errors errors) {
        return new Field(
                kind,
                name,
                label,
                hint,
                values,
                options,
                errors.at(name),
                width,
                traits,
                attributes);
    }

    public Field width(int signs) {
        return new Field(
                kind, name, label, hint, values, options, error, signs, traits, attributes);
    }

    public Field ltr() {
        return trait(Trait.LTR);
    }

    /** Its label is the {@code h1} of the page: one question a page. */
    public Field asHeading() {
        return trait(Trait.HEADING);
    }

    public Field optional() {
        return trait(Trait.OPTIONAL);
    }

    private Field trait(Trait trait) {
        Set<Trait> more = new HashSet<>(traits);
        more.add(trait);
        return new Field(kind, name, label, hint, values, options, error, width, more, attributes);
    }

    /**
     * @param token of the HTML standard, such as {@code postal-code}, {@code one-time-code}
     */
    public Field autocomplete(String token) {
        return attribute("autocomplete", token);
    }

    /** The keyboard that a phone shows. */
    public Field inputMode(String keyboard) {
        return attribute("inputmode", keyboard);
    }

    /** The type of the HTML input. */
    public Field type(String type) {
        return attribute("type", type);
    }

    private Field attribute(String attribute, String value) {
        Map<String, String> more = new HashMap<>(attributes);
        more.put(attribute, value);
        return new Field(kind, name, label, hint, values, options, error, width, traits, more);
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** Null when the control has no such attribute. */
    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** What was typed, or empty. */
    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** One of the parts, from 0, as {@link #values} names them. */
    public String part(int index) {
        return index < values.size() ? values.get(index) : "";
    }

    public boolean isChosen(Option option) {
        return values.contains(option.value());
    }

    public boolean isWrong() {
        return !error.isEmpty();
    }

    /** The ids of what explains the control; null when nothing does. */
    public @Nullable String describedBy() {
        List<String> ids = new ArrayList<>();
        if (!hint.isEmpty()) {
            ids.add(name + "-hint");
        }
        if (isWrong()) {
            ids.add(name + "-error");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    /** The first option carries the id of the field, so that the error summary finds it. */
    public String optionId(int index) {
        return index == 0 ? name : name + "-" + index;
    }

    /** The CSS classes of the control. */
    public @Nullable String classes() {
        List<String> classes = new ArrayList<>();
        if (width > 0) {
            classes.add("w-" + width);
        }
        if (has(Trait.LTR)) {
            classes.add("code");
        }
        return classes.isEmpty() ? null : String.join(" ", classes);
    }
}
