package org.dargah.cases.web;

import java.util.List;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.Field;
import org.dargah.ui.Row;
import org.jspecify.annotations.Nullable;

/**
 * A page that asks for a table: sent as a file, pasted, or typed.
 *
 * @param way that is open: sent, pasted or typed
 * @param kept what is known of the rows that are kept; empty while there are none
 * @param list where its rows are read; empty in a preview
 * @param carried what a preview carries along; else empty
 * @param columns what to write into which column
 * @param control of the way that is open; null when rows are typed
 * @param typed the controls of each row; empty for the other ways
 * @param faults the first of what is wrong with the list that was sent last; null for nothing
 * @param told how many rows are wrong in it
 */
public record TablePage(
        String service,
        String question,
        String hint,
        String home,
        String action,
        String list,
        String carried,
        String progress,
        int number,
        int of,
        List<Way> ways,
        String way,
        List<Row> kept,
        DataTable columns,
        @Nullable Field control,
        List<List<Field>> typed,
        @Nullable DataTable faults,
        String told,
        Errors errors) {

    /** One of the ways by which rows come in. */
    public record Way(String title, String name, String href, boolean current) {}

    /** True when nothing is kept. */
    public boolean isPreview() {
        return !carried.isEmpty();
    }

    public boolean isTyped() {
        return control == null;
    }
}
