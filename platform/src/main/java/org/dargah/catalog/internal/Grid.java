package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rows of a spreadsheet as they are read one by one; those beyond the limit only count. */
public final class Grid {

    /** Columns beyond this are not looked at. */
    static final int WIDEST = 100;

    /**
     * One row.
     *
     * @param number as the spreadsheet counts it
     * @param formulas the columns (from 0) in which a formula stands
     * @param errors the columns in which a calculation failed
     */
    public record Row(int number, List<String> cells, Set<Integer> formulas, Set<Integer> errors) {
        public Row {
            cells = List.copyOf(cells);
            formulas = Set.copyOf(formulas);
            errors = Set.copyOf(errors);
        }

        boolean isBlank() {
            return formulas.isEmpty()
                    && errors.isEmpty()
                    && cells.stream().allMatch(String::isBlank);
        }

        @Override
        public String toString() {
            return "Row[" + number + "]";
        }
    }

    private final int limit;
    private final List<Row> rows = new ArrayList<>();
    private int count;

    /**
     * @param limit how many rows are kept
     */
    Grid(int limit) {
        this.limit = limit;
    }

    void add(Row row) {
        if (row.isBlank()) {
            return;
        }
        count++;
        if (rows.size() < limit) {
            rows.add(row);
        }
    }

    /** Those that were kept. */
    public List<Row> rows() {
        return rows;
    }

    /** All that there were, blank ones not counted. */
    public int count() {
        return count;
    }
}
