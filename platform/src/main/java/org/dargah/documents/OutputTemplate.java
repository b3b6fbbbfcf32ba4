package org.dargah.documents;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.dargah.documents.internal.Node;
import org.dargah.documents.internal.RowList;
import org.dargah.documents.internal.TemplateReader;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What a service pack says about its output: a title and a logic-less body in a small XHTML
 * vocabulary ({@code h1 h2 p ul ol li table tr th td strong bdi}), with {@code <field name="…"
 * as="text|code|date|rial"/>} where values go, {@code <table rows="…" most="…">} for the rows of a
 * list, {@code <annex>} for pages behind the seal, and {@code <qr/>}. The frame (province, agency,
 * number, dates, signature, verification code) is the program's, not the pack's.
 */
public final class OutputTemplate {

    /** The result of reading an untrusted template. */
    public sealed interface Reading permits Read, Fault {}

    /** The template is good. */
    public record Read(OutputTemplate template) implements Reading {}

    /** The template is refused; {@code line} counts from 1. */
    public record Fault(int line, String what) implements Reading {}

    private final String title;
    private final Node.Element body;
    private final List<RowList> lists;

    private OutputTemplate(String title, Node.Element body) throws SAXException {
        this.title = title;
        this.body = body;
        this.lists = RowList.in(body);
    }

    private OutputTemplate(OutputTemplate template, Node.Element filled) {
        this.title = template.title;
        this.body = filled;
        this.lists = List.of();
    }

    /**
     * A table of the template that prints the rows of a list.
     *
     * @param of the list, such as {@code answers.workers}
     * @param most how many rows are printed at most
     * @param columns which columns it prints
     * @param line where it stands
     */
    public record Listing(String of, int most, Set<String> columns, int line) {}

    /**
     * The rows of a list.
     *
     * @param first those that are printed, each by its columns: text, an ISO date, whole rials
     * @param all how many there are
     */
    public record Rows(List<Map<String, String>> first, int all) {

        public Rows {
            first = List.copyOf(first);
        }
    }

    /** The tables that print rows; none once they are filled. */
    public List<Listing> listings() {
        return lists.stream().map(OutputTemplate::listing).toList();
    }

    private static Listing listing(RowList list) {
        return new Listing(list.of(), list.most(), list.columns(), list.line());
    }

    /** With rows in those tables; of more than a table prints, the number is told. */
    public OutputTemplate filled(Function<Listing, Rows> rows) {
        return new OutputTemplate(
                this,
                RowList.filled(
                        body,
                        list -> {
                            Rows given = rows.apply(listing(list));
                            return new RowList.Rows(given.first(), given.all());
                        }));
    }

    /** Reads a template of at most 64 KiB, UTF-8 unless its XML declaration says otherwise. */
    public static Reading read(byte[] xhtml) {
        try {
            Node.Element html = TemplateReader.read(xhtml);
            String title = text(child(child(html, "head"), "title")).strip();
            if (title.isEmpty()) {
                throw new SAXParseException("<title> is empty", null, null, html.line(), 0);
            }
            return new Read(new OutputTemplate(title, child(html, "body")));
        } catch (SAXParseException e) {
            return new Fault(e.getLineNumber(), String.valueOf(e.getMessage()));
        } catch (SAXException e) {
            return new Fault(0, String.valueOf(e.getMessage()));
        }
    }

    private static Node.Element child(Node.Element parent, String name) throws SAXException {
        for (Node node : parent.children()) {
            if (node instanceof Node.Element element && element.name().equals(name)) {
                return element;
            }
        }
        throw new SAXParseException("<" + name + "> is missing", null, null, parent.line(), 0);
    }

    private static String text(Node.Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node : element.children()) {
            if (node instanceof Node.Text(String piece)) {
                text.append(piece);
            }
        }
        return text.toString();
    }

    /** The title of the page, and of the document where it is listed. */
    public String title() {
        return title;
    }

    /** The names of the values that the template asks for, in order of the alphabet. */
    public Set<String> fields() {
        Set<String> names = new TreeSet<>();
        gather(body, names);
        return names;
    }

    private static void gather(Node.Element element, Set<String> names) {
        if (element.attributes().containsKey("rows")) {
            return;
        }
        if (element.name().equals("field") && !element.attributes().containsKey("value")) {
            names.add(element.attributes().getOrDefault("name", ""));
        }
        for (Node node : element.children()) {
            if (node instanceof Node.Element inner) {
                gather(inner, names);
            }
        }
    }

    Node.Element body() {
        return body;
    }
}
