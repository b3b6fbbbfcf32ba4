package org.dargah.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as they were typed, pasted or sent, before they are checked.
 *
 * @param faults that were seen while it was read, such as a formula where a value should stand
 */
public record Sheet(List<Line> lines, List<RowProblem> faults) {

    /**
     * One row.
     *
     * @param number as the source counts it
     * @param cells by the names of the columns; empty ones may be left out
     */
    public record Line(int number, Map<String, String> cells) {
        public Line {
            cells = Map.copyOf(cells);
        }

        boolean isBlank() {
            return cells.values().stream().allMatch(String::isBlank);
        }

        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    public Sheet {
        lines = List.copyOf(lines);
        faults = List.copyOf(faults);
    }

    public Sheet(List<Line> lines) {
        this(lines, List.of());
    }

    /** Of rows as a program sends them or as they are kept; what is no row becomes an empty one. */
    public static Sheet of(List<?> rows) {
        List<Line> lines = new ArrayList<>(rows.size());
        for (Object row : rows) {
            lines.add(new Line(lines.size() + 1, cells(row)));
        }
        return new Sheet(lines);
    }

    private static Map<String, String> cells(@Nullable Object row) {
        if (!(row instanceof Map<?, ?> values)) {
            return Map.of();
        }
        Map<String, String> cells = new java.util.HashMap<>();
        values.forEach((name, value) -> cells.put(String.valueOf(name), Form.written(value)));
        return cells;
    }
}
