package org.dargah.catalog.internal;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Hears the XML of a sheet and tells its rows. */
final class XlsxRows extends DefaultHandler {

    private final Grid grid;
    private final SharedStrings strings;
    private final StylesTable styles;
    private final StringBuilder text = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private Set<Integer> formulas = new HashSet<>();
    private Set<Integer> errors = new HashSet<>();
    private int number;
    private int column;
    private String type = "";
    private @Nullable String style;
    private boolean listening;

    XlsxRows(Grid grid, SharedStrings strings, StylesTable styles) {
        this.grid = grid;
        this.strings = strings;
        this.styles = styles;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> {
                String given = attributes.getValue("r");
                number = given == null ? number + 1 : Integer.parseInt(given);
                column = -1;
                cells = new ArrayList<>();
                formulas = new HashSet<>();
                errors = new HashSet<>();
            }
            case "c" -> {
                String at = attributes.getValue("r");
                column = at == null ? column + 1 : new CellReference(at).getCol();
                type = String.valueOf(attributes.getValue("t"));
                style = attributes.getValue("s");
                text.setLength(0);
            }
            case "f" -> formulas.add(column);
            case "v", "t" -> listening = true;
            default -> {}
        }
    }

    @Override
    public void characters(char[] signs, int start, int length) {
        if (listening) {
            text.append(signs, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "v", "t" -> listening = false;
            case "c" -> cell();
            case "row" -> grid.add(new Grid.Row(number, cells, formulas, errors));
            default -> {}
        }
    }

    private void cell() {
        if (column < 0 || column >= Grid.WIDEST) {
            formulas.remove(column);
            return;
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        if (type.equals("e")) {
            errors.add(column);
        }
        cells.set(column, value());
    }

    private String value() {
        String raw = text.toString();
        return switch (type) {
            case "s" -> strings.getItemAt(Integer.parseInt(raw.strip())).getString();
            case "inlineStr", "str", "e" -> raw;
            case "d" -> raw.length() > 10 ? raw.substring(0, 10) : raw;
            default -> raw.isBlank() ? "" : number(raw.strip());
        };
    }

    /** 1.2E10 is nothing that people type; a date is a number with a format of dates. */
    private String number(String raw) {
        if (isDate()) {
            LocalDateTime at = DateUtil.getLocalDateTime(Double.parseDouble(raw));
            return at == null ? raw : at.toLocalDate().toString();
        }
        var number = new BigDecimal(raw);
        if (number.scale() > 300 || number.precision() - number.scale() > 300) {
            return raw;
        }
        return (number.scale() > 10 ? BigDecimal.valueOf(number.doubleValue()) : number)
                .stripTrailingZeros()
                .toPlainString();
    }

    private boolean isDate() {
        if (style == null) {
            return false;
        }
        XSSFCellStyle shown = styles.getStyleAt(Integer.parseInt(style));
        return shown != null
                && DateUtil.isADateFormat(shown.getDataFormat(), shown.getDataFormatString());
    }
}
