package org.dargah.catalog;

import java.util.List;

/**
 * What is wrong with one answer.
 *
 * @param sentence what to do about it, in words
 * @param rows of a table, what is wrong in which of its rows; at most {@link #MOST_ROWS}
 */
public record FieldProblem(String field, Text sentence, List<RowProblem> rows) {

    /** Who reads a thousand of them has seen what is wrong. */
    public static final int MOST_ROWS = 1000;

    public FieldProblem(String field, Text sentence) {
        this(field, sentence, List.of());
    }

    public FieldProblem {
        rows = List.copyOf(rows);
    }
}
