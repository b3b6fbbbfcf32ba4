package org.dargah.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dargah.catalog.internal.CsvText;
import org.dargah.catalog.internal.Grid;
import org.dargah.catalog.internal.XlsxFile;
import org.dargah.kernel.PersianText;

/** A table that comes from a spreadsheet: as CSV, as XLSX, or pasted. */
public final class TableFile {

    /** Megabytes of a file at most. */
    private static final int MOST_MEGABYTES = 10;

    private static final int LONGEST_CELL = 1000;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** How reading ended. */
    public sealed interface Outcome {
        /** Its rows, not checked yet. */
        record Read(Sheet sheet) implements Outcome {}

        /** Nothing was read; the sentence says what to do. */
        record Refused(Text sentence) implements Outcome {}
    }

    private final Form.Field field;
    private final Form.Table table;
    private final List<RowProblem> faults = new ArrayList<>();

    private TableFile(Form.Field field) {
        this.field = field;
        this.table = Objects.requireNonNull(field.table());
    }

    /** True when a file of this length is not even looked at. */
    public static boolean isTooLarge(long bytes) {
        return bytes > MOST_MEGABYTES * 1_000_000L;
    }

    public static Text tooLarge(Form.Field field) {
        return Sentence.of("catalog.table.large", field.shortLabel(), MOST_MEGABYTES);
    }

    /** A file, whatever it is called: what it is, is told by its content. */
    public static Outcome read(Form.Field field, byte[] content) {
        var file = new TableFile(field);
        if (isTooLarge(content.length)) {
            return new Outcome.Refused(tooLarge(field));
        }
        if (content.length > ZIP.length
                && Arrays.equals(content, 0, ZIP.length, ZIP, 0, ZIP.length)) {
            return switch (XlsxFile.read(content, file.limit())) {
                case XlsxFile.Outcome.Read(Grid grid) -> file.rows(grid);
                case XlsxFile.Outcome.TooLarge() -> file.refused("catalog.table.bomb");
                case XlsxFile.Outcome.Broken() -> file.refused("catalog.table.broken");
            };
        }
        if (isBinary(content)) {
            return file.refused("catalog.table.kind");
        }
        Optional<String> text = CsvText.decoded(content);
        return text.isEmpty()
                ? file.refused("catalog.table.encoding")
                : file.rows(CsvText.read(text.get(), file.limit()));
    }

    /** PDF, pictures, old spreadsheets: control signs that no text has stand among their first. */
    private static boolean isBinary(byte[] content) {
        boolean wide = content.length > 1 && content[0] == (byte) 0xFF && content[1] == (byte) 0xFE;
        for (int i = 0; i < Math.min(content.length, 512) && !wide; i++) {
            if ((content[i] >= 0 && content[i] < 9) || (content[i] > 13 && content[i] < 32)) {
                return true;
            }
        }
        return content.length > 4 && content[0] == '%' && content[1] == 'P' && content[2] == 'D';
    }

    /** What was copied from a spreadsheet, with or without the names of its columns. */
    public static Outcome pasted(Form.Field field, String text) {
        var file = new TableFile(field);
        return file.rows(CsvText.read(text, file.limit()));
    }

    /** The heads, and one more than there may be: the rest only count. */
    private int limit() {
        return table.most() + 2;
    }

    private Outcome refused(String key) {
        return new Outcome.Refused(Sentence.of(key, field.shortLabel()));
    }

    private Outcome rows(Grid grid) {
        if (grid.rows().isEmpty()) {
            return refused("catalog.table.empty");
        }
        List<String> first = grid.rows().getFirst().cells();
        List<Optional<Form.Field>> heads = first.stream().map(this::column).toList();
        boolean headless =
                heads.stream().allMatch(Optional::isEmpty)
                        && first.size() == table.columns().size();
        if (headless) {
            heads = table.columns().stream().map(Optional::of).toList();
        }
        Optional<Text> wrong = wrong(heads);
        if (wrong.isPresent()) {
            return new Outcome.Refused(wrong.get());
        }
        int count = grid.count() - (headless ? 0 : 1);
        if (count == 0) {
            return refused("catalog.table.empty");
        }
        if (count > table.most()) {
            return new Outcome.Refused(
                    Sentence.of(
                            "catalog.form.table.most", field.shortLabel(), table.most(), count));
        }
        List<Sheet.Line> lines = new ArrayList<>(count);
        for (Grid.Row row : grid.rows().subList(headless ? 0 : 1, grid.rows().size())) {
            lines.add(line(row, heads));
        }
        return new Outcome.Read(new Sheet(lines, faults));
    }

    /** By its heading in either language or its name, however it is spaced. */
    private Optional<Form.Field> column(String head) {
        String folded = folded(head);
        return folded.isEmpty()
                ? Optional.empty()
                : table.columns().stream()
                        .filter(
                                column ->
                                        folded.equals(folded(column.shortLabel().fa()))
                                                || folded.equals(folded(column.shortLabel().en()))
                                                || folded.equals(folded(column.name())))
                        .findFirst();
    }

    private static String folded(String text) {
        return PersianText.fold(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private Optional<Text> wrong(List<Optional<Form.Field>> heads) {
        List<Form.Field> found = heads.stream().flatMap(Optional::stream).toList();
        for (Form.Field column : table.columns()) {
            long times = found.stream().filter(column::equals).count();
            if (times > 1) {
                return Optional.of(heads("catalog.table.heads.twice", column));
            }
            if (times == 0 && !column.optional()) {
                return Optional.of(heads("catalog.table.heads", column));
            }
        }
        return Optional.empty();
    }

    private Text heads(String key, Form.Field column) {
        Text fa = Sentence.of(key, field.shortLabel(), "«" + column.shortLabel().fa() + "»");
        Text en = Sentence.of(key, field.shortLabel(), "“" + column.shortLabel().en() + "”");
        return new Text(fa.fa(), en.en());
    }

    private Sheet.Line line(Grid.Row row, List<Optional<Form.Field>> heads) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(heads.size(), row.cells().size()); i++) {
            int at = i;
            heads.get(i)
                    .ifPresent(
                            column -> {
                                cells.put(column.name(), row.cells().get(at));
                                fault(row, at, column);
                            });
        }
        return new Sheet.Line(row.number(), cells);
    }

    private void fault(Grid.Row row, int at, Form.Field column) {
        String text = row.cells().get(at);
        String key =
                row.formulas().contains(at)
                        ? "catalog.table.formula"
                        : row.errors().contains(at)
                                ? "catalog.table.error"
                                : text.length() > LONGEST_CELL ? "catalog.table.long" : "";
        if (!key.isEmpty()) {
            String shown = text.substring(0, Math.min(text.length(), 100));
            faults.add(
                    new RowProblem(
                            row.number(),
                            column.name(),
                            shown,
                            Sentence.of(key, column.shortLabel(), LONGEST_CELL)));
        }
    }

    /** A spreadsheet with the names of the columns and an example below each that has one. */
    public static String sample(Form.Field field, Locale locale) {
        List<Form.Field> columns = Objects.requireNonNull(field.table()).columns();
        return line(columns.stream().map(column -> column.shortLabel().in(locale)).toList())
                + line(columns.stream().map(column -> column.example().orElse("")).toList());
    }

    /**
     * One line of CSV. A cell that a spreadsheet would take for a formula gets a mark before it, so
     * that what somebody typed is not run on another's machine.
     */
    public static String line(List<String> cells) {
        return cells.stream().map(TableFile::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        boolean formula =
                !text.isEmpty()
                        && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                        && !text.matches("-?\\d+(\\.\\d+)?");
        String tame = formula ? "'" + text : text;
        return tame.matches("[^\",;\\r\\n]*") ? tame : "\"" + tame.replace("\"", "\"\"") + "\"";
    }
}
