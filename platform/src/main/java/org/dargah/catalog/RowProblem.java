package org.dargah.catalog;

/**
 * What is wrong in one cell of a table.
 *
 * @param row as the source counts it: the line of a file, else from 1
 * @param column its name; empty when the row as a whole is meant
 * @param typed what stands there
 * @param sentence what to do about it, in words
 */
public record RowProblem(int row, String column, String typed, Text sentence) {

    /** What was typed is often of a person. */
    @Override
    public String toString() {
        return "row " + row + " " + column + ": " + sentence.en();
    }
}
