package org.dargah.ui;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A cell of a data table: text, or a code, with or without a link, or a tag, or a deadline. */
public sealed interface Cell {

    /** Words; a free name is isolated by the table. */
    record Text(String text, @Nullable String href) implements Cell {}

    /** Digits, aligned by their units. */
    record Figure(String text, @Nullable String href) implements Cell {}

    /** A code, left to right. */
    record Code(String text, @Nullable String href) implements Cell {}

    /** A moment. */
    record Time(Instant at) implements Cell {}

    /** A status. */
    record Status(Tag tag) implements Cell {}

    /** A deadline. */
    record Deadline(Due due) implements Cell {}

    static Cell text(String text) {
        return new Text(text, null);
    }

    static Cell link(String text, String href) {
        return new Text(text, href);
    }

    static Cell figure(String text) {
        return new Figure(text, null);
    }

    static Cell code(String text, @Nullable String href) {
        return new Code(text, href);
    }

    static Cell time(Instant at) {
        return new Time(at);
    }

    static Cell tag(String text, Tone tone) {
        return new Status(new Tag(text, tone));
    }

    static Cell due(Due due) {
        return new Deadline(due);
    }

    default boolean isFigure() {
        return this instanceof Figure;
    }
}
