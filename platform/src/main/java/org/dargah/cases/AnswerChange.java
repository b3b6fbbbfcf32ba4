package org.dargah.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dargah.catalog.Form;
import org.jspecify.annotations.Nullable;

/**
 * One answer that became another.
 *
 * @param before null where there was none
 * @param after null where there is none any more
 * @param rows for a table, how its rows differ; else null
 */
public record AnswerChange(
        Form.Field field,
        @Nullable Object before,
        @Nullable Object after,
        @Nullable RowChanges rows) {

    /**
     * How the rows of two tables differ. A row is the same one when its value stands in the first
     * column that holds no value twice; a table without such a column has no changed rows, only
     * added and removed ones.
     */
    public record RowChanges(int added, int removed, int changed) {

        boolean isNone() {
            return added == 0 && removed == 0 && changed == 0;
        }

        static RowChanges between(
                Form.Table table, @Nullable Object before, @Nullable Object after) {
            return table.unique().isEmpty()
                    ? counted(rows(before), rows(after))
                    : keyed(table.unique().getFirst(), rows(before), rows(after));
        }

        private static List<?> rows(@Nullable Object answer) {
            return answer instanceof List<?> rows ? rows : List.of();
        }

        private static RowChanges keyed(String column, List<?> before, List<?> after) {
            Map<Object, Object> old = new HashMap<>();
            before.forEach(row -> old.put(key(row, column), row));
            int added = 0;
            int changed = 0;
            for (Object row : after) {
                Object was = old.remove(key(row, column));
                if (was == null) {
                    added++;
                } else if (!was.equals(row)) {
                    changed++;
                }
            }
            return new RowChanges(added, old.size(), changed);
        }

        private static Object key(Object row, String column) {
            return row instanceof Map<?, ?> cells
                    ? String.valueOf(cells.get(column))
                    : String.valueOf(row);
        }

        private static RowChanges counted(List<?> before, List<?> after) {
            Map<Object, Integer> left = new HashMap<>();
            before.forEach(row -> left.merge(row, 1, Integer::sum));
            int added = 0;
            for (Object row : after) {
                if (left.merge(row, -1, Integer::sum) < 0) {
                    added++;
                }
            }
            return new RowChanges(added, before.size() - (after.size() - added), 0);
        }
    }

    /** What differs between two sets of answers, in the order of the form. */
    static List<AnswerChange> between(
            Form form, Map<String, Object> before, Map<String, Object> after) {
        var changes = new ArrayList<AnswerChange>();
        for (Form.Page page : form.pages()) {
            for (Form.Field field : page.fields()) {
                Object was = before.get(field.name());
                Object is = after.get(field.name());
                if (!Objects.equals(was, is)) {
                    add(changes, field, was, is);
                }
            }
        }
        return List.copyOf(changes);
    }

    /** The same rows sent once more are no change. */
    private static void add(
            List<AnswerChange> changes,
            Form.Field field,
            @Nullable Object was,
            @Nullable Object is) {
        Form.Table table = field.table();
        RowChanges rows = table == null ? null : RowChanges.between(table, was, is);
        if (rows == null || !rows.isNone()) {
            changes.add(new AnswerChange(field, was, is, rows));
        }
    }

    /** Answers are often of persons. */
    @Override
    public String toString() {
        return "AnswerChange[" + field.name() + "]";
    }
}
