package org.dargah.ui;

import java.util.List;

/**
 * A table that becomes a list of blocks on a phone.
 *
 * @param caption what it shows and in which order, for those who do not see it
 * @param rows each as long as {@code columns}
 * @param head the column that names its row; its cells are row headers
 */
public record DataTable(String caption, List<String> columns, List<List<Cell>> rows, int head) {

    public DataTable(String caption, List<String> columns, List<List<Cell>> rows) {
        this(caption, columns, rows, 0);
    }

    public DataTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("A row does not fit the columns of " + caption);
            }
        }
    }

    public boolean isFigure(int column) {
        return !rows.isEmpty() && rows.getFirst().get(column).isFigure();
    }
}
