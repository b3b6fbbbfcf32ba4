package org.dargah.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.Form;
import org.dargah.catalog.RowProblem;
import org.dargah.kernel.Plate;
import org.dargah.kernel.Rial;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;

/** Rows of a table as people read them. */
final class TableTexts {

    private TableTexts() {}

    /**
     * @param first the number of the first of these rows, from 1
     */
    static DataTable rows(
            Form.Field field,
            Form.Table table,
            List<Map<String, Object>> rows,
            int first,
            Words words) {
        var heads = new ArrayList<String>();
        heads.add(words.t("cases.table.row"));
        table.columns().forEach(column -> heads.add(label(column, words)));
        var lines = new ArrayList<List<Cell>>();
        for (Map<String, Object> row : rows) {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.figure(words.number(first + lines.size())));
            table.columns().forEach(column -> cells.add(cell(column, row, words)));
            lines.add(cells);
        }
        return new DataTable(label(field, words), heads, lines);
    }

    private static Cell cell(Form.Field column, Map<String, Object> row, Words words) {
        Object value = row.get(column.name());
        if (value == null) {
            return Cell.text("");
        }
        return switch (column.kind()) {
            case NUMBER -> Cell.figure(words.digits(value.toString()));
            case RIAL -> Cell.figure(words.number(((Number) value).longValue()));
            case NATIONAL_ID, LEGAL_ID, POSTCODE, MOBILE, SHEBA ->
                    Cell.code(words.digits(value.toString()), null);
            default -> Cell.text(text(column, value, words));
        };
    }

    /** A value in words, as a summary shows it. */
    static String text(Form.Field field, Object value, Words words) {
        return switch (field.kind()) {
            case CHOICE ->
                    field.label(value)
                            .map(it -> words.pick(it.fa(), it.en()))
                            .orElse(value.toString());
            case DATE -> words.shortDate(LocalDate.parse(value.toString()));
            case RIAL -> words.money(new Rial(((Number) value).longValue()));
            case PLATE ->
                    Plate.parse(value.toString())
                            .map(plate -> words.digits(plate.text()))
                            .orElse(value.toString());
            default -> words.digits(value.toString());
        };
    }

    static String label(Form.Field field, Words words) {
        return words.pick(field.shortLabel().fa(), field.shortLabel().en());
    }

    static DataTable faults(Form.Table table, List<RowProblem> faults, Words words) {
        return new DataTable(
                words.t("cases.table.faults"),
                List.of(
                        words.t("cases.table.row"),
                        words.t("cases.table.column"),
                        words.t("cases.table.typed"),
                        words.t("cases.table.remedy")),
                faults.stream().map(fault -> fault(table, fault, words)).toList());
    }

    private static List<Cell> fault(Form.Table table, RowProblem fault, Words words) {
        return List.of(
                Cell.figure(words.number(fault.row())),
                Cell.text(column(table, fault, words)),
                Cell.text(words.digits(fault.typed())),
                Cell.text(words.pick(fault.sentence().fa(), fault.sentence().en())));
    }

    static String column(Form.Table table, RowProblem fault, Words words) {
        return table.column(fault.column())
                .map(column -> label(column, words))
                .orElse(fault.column());
    }

    /** What to write into which column. */
    static DataTable columns(Form.Table table, Words words) {
        return new DataTable(
                words.t("cases.table.columns"),
                List.of(
                        words.t("cases.table.column"),
                        words.t("cases.table.kind"),
                        words.t("cases.table.example")),
                table.columns().stream()
                        .map(
                                column ->
                                        List.of(
                                                Cell.text(label(column, words)),
                                                Cell.text(kind(column, words)),
                                                Cell.text(
                                                        words.digits(column.example().orElse("")))))
                        .toList());
    }

    private static String kind(Form.Field column, Words words) {
        String kind =
                column.kind() == FieldKind.CHOICE
                        ? words.list(
                                column.options().stream()
                                        .map(it -> words.pick(it.label().fa(), it.label().en()))
                                        .toList())
                        : words.t("cases.kind." + column.kind().name().toLowerCase(LOCALE));
        return column.optional() ? words.t("cases.table.optional", kind) : kind;
    }

    private static final java.util.Locale LOCALE = java.util.Locale.ROOT;

    /** For a spreadsheet: a date as Jalali, everything else as it is kept. */
    static List<String> line(Form.Table table, Map<String, Object> row, Words words) {
        return table.columns().stream()
                .map(column -> spreadsheet(column, row.get(column.name()), words))
                .toList();
    }

    private static String spreadsheet(Form.Field column, @Nullable Object value, Words words) {
        if (value == null) {
            return "";
        }
        return switch (column.kind()) {
            case CHOICE -> text(column, value, words);
            case DATE ->
                    org.dargah.kernel.PersianText.latinDigits(
                            words.shortDate(LocalDate.parse(value.toString())));
            default -> value.toString();
        };
    }
}
