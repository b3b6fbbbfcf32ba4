package org.dargah.documents.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.dargah.kernel.PersianText;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A table of a template that prints the rows of a list: heads, and one pattern of a row in which
 * {@code row.<column>} and {@code row.number} stand.
 */
public final class RowList {

    private static final String ROWS = "rows";
    private static final String ROW = "row.";
    private static final String NUMBER = "row.number";

    private final Node.Element table;

    private RowList(Node.Element table) {
        this.table = table;
    }

    /**
     * The rows of a list.
     *
     * @param first those that are printed, each by its columns
     * @param all how many there are
     */
    public record Rows(List<Map<String, String>> first, int all) {

        public Rows {
            first = List.copyOf(first);
        }
    }

    /** All such tables below an element; what is wrong with one is told with its line. */
    public static List<RowList> in(Node.Element element) throws SAXException {
        var lists = new ArrayList<RowList>();
        if (isList(element)) {
            var list = new RowList(element);
            list.check();
            lists.add(list);
        }
        for (Node node : element.children()) {
            if (node instanceof Node.Element inner) {
                lists.addAll(in(inner));
            }
        }
        return lists;
    }

    static boolean isList(Node.Element element) {
        return element.name().equals("table") && element.attributes().containsKey(ROWS);
    }

    private void check() throws SAXException {
        if (table.children().size() != 2) {
            throw fault("a table of rows has two lines: heads, and the pattern of a row");
        }
        for (String field : names(pattern())) {
            if (!field.startsWith(ROW)) {
                throw fault("in a table of rows stands row.<column> or row.number, not " + field);
            }
        }
    }

    private SAXParseException fault(String what) {
        return new SAXParseException(what, null, null, table.line(), 0);
    }

    private Node.Element pattern() {
        return (Node.Element) table.children().getLast();
    }

    /** The list, such as {@code answers.workers}. */
    public String of() {
        return table.attributes().getOrDefault(ROWS, "");
    }

    /** How many rows are printed; of more, only the number is told. */
    public int most() {
        return Integer.parseInt(table.attributes().getOrDefault("most", "1"));
    }

    public int line() {
        return table.line();
    }

    /** The columns that are printed. */
    public Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        names(pattern()).stream()
                .filter(name -> !name.equals(NUMBER))
                .forEach(name -> columns.add(name.substring(ROW.length())));
        return columns;
    }

    private static List<String> names(Node.Element element) {
        var names = new ArrayList<String>();
        if (element.name().equals("field")) {
            names.add(element.attributes().getOrDefault("name", ""));
        }
        for (Node node : element.children()) {
            if (node instanceof Node.Element inner) {
                names.addAll(names(inner));
            }
        }
        return names;
    }

    /** The same element with the rows of its lists in their places. */
    public static Node.Element filled(Node.Element element, Function<RowList, Rows> rows) {
        var children = new ArrayList<Node>();
        for (Node node : element.children()) {
            if (node instanceof Node.Element inner && isList(inner)) {
                var list = new RowList(inner);
                children.addAll(list.filled(rows.apply(list)));
            } else if (node instanceof Node.Element inner) {
                children.add(filled(inner, rows));
            } else {
                children.add(node);
            }
        }
        return new Node.Element(element.name(), element.attributes(), children, element.line());
    }

    private List<Node> filled(Rows rows) {
        var lines = new ArrayList<Node>();
        lines.add(table.children().getFirst());
        for (Map<String, String> row : rows.first()) {
            Map<String, String> cells = new HashMap<>(row);
            cells.put("number", String.valueOf(lines.size()));
            lines.add(row(pattern(), cells));
        }
        int left = rows.all() - rows.first().size();
        return rows.first().isEmpty()
                ? List.of(words("ردیفی نیست."))
                : left > 0
                        ? List.of(
                                printed(lines),
                                words("و " + left + " ردیف دیگر، که در پرونده است."))
                        : List.of(printed(lines));
    }

    private Node printed(List<Node> lines) {
        return new Node.Element("table", Map.of("list", "true"), lines, table.line());
    }

    private Node words(String text) {
        return new Node.Element(
                "p",
                Map.of(),
                List.of(new Node.Text(PersianText.persianDigits(text))),
                table.line());
    }

    private static Node.Element row(Node.Element element, Map<String, String> cells) {
        if (element.name().equals("field")) {
            Map<String, String> known = new HashMap<>(element.attributes());
            String name = known.getOrDefault("name", "").substring(ROW.length());
            known.put("value", cells.getOrDefault(name, ""));
            return new Node.Element("field", known, List.of(), element.line());
        }
        var children = new ArrayList<Node>();
        for (Node node : element.children()) {
            children.add(node instanceof Node.Element inner ? row(inner, cells) : node);
        }
        return new Node.Element(element.name(), element.attributes(), children, element.line());
    }
}
