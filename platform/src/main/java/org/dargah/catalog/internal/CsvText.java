package org.dargah.catalog.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * CSV as RFC 4180 and spreadsheets write it: commas, semicolons or tabs, whichever the first line
 * has most of; quoted cells may hold all of them and new lines. What is pasted comes with tabs.
 */
public final class CsvText {

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_MARK = {(byte) 0xFF, (byte) 0xFE};

    private final String text;
    private final char comma;
    private int at;
    private int line = 1;

    private CsvText(String text) {
        this.text = text;
        this.comma = comma(text);
    }

    /** The text of a file in UTF-8, with or without its mark, or UTF-16 with it; else empty. */
    public static Optional<String> decoded(byte[] bytes) {
        boolean wide = startsWith(bytes, UTF_16_MARK);
        int from = wide ? 2 : startsWith(bytes, UTF_8_MARK) ? 3 : 0;
        Charset charset = wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
        try {
            return Optional.of(
                            charset.newDecoder()
                                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                                    .toString())
                    .filter(text -> text.indexOf('\0') < 0);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || bytes[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static char comma(String text) {
        String first = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        return List.of('\t', ';', ',', '؛').stream()
                .max(Comparator.comparingLong(sign -> first.chars().filter(c -> c == sign).count()))
                .orElseThrow();
    }

    /**
     * @param limit how many rows are kept; the rest are only counted
     */
    public static Grid read(String text, int limit) {
        var csv = new CsvText(text);
        var grid = new Grid(limit);
        while (csv.at < text.length()) {
            int number = csv.line;
            grid.add(new Grid.Row(number, csv.row(), Set.of(), Set.of()));
        }
        return grid;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        while (true) {
            String cell = at < text.length() && text.charAt(at) == '"' ? quoted() : bare();
            if (cells.size() < Grid.WIDEST) {
                cells.add(cell);
            }
            if (at >= text.length() || text.charAt(at) != comma) {
                endOfLine();
                return cells;
            }
            at++;
        }
    }

    private void endOfLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
    }

    private String bare() {
        int from = at;
        while (at < text.length() && !isEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private boolean isEnd(char sign) {
        return sign == comma || sign == '\n' || sign == '\r';
    }

    /** A doubled quote stands for one; what follows the closing one belongs to the cell. */
    private String quoted() {
        var cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char sign = text.charAt(at++);
            if (sign != '"') {
                line += sign == '\n' ? 1 : 0;
                cell.append(sign);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                return cell.append(bare()).toString();
            }
        }
        return cell.toString();
    }
}
