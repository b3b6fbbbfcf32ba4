package org.dargah.documents;

import java.util.Set;
import java.util.TreeSet;
import org.dargah.documents.internal.Node;
import org.dargah.documents.internal.TemplateReader;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What a service pack says about its output: a title and a logic-less body in a small XHTML
 * vocabulary ({@code h1 h2 p ul ol li table tr th td strong bdi}), with {@code <field name="…"
 * as="text|code|date|rial"/>} where values go and {@code <qr/>} for the code to scan. The frame
 * (province, agency, number, dates, signature, verification code) is the program's, not the pack's.
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

    private OutputTemplate(String title, Node.Element body) {
        this.title = title;
        this.body = body;
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
        if (element.name().equals("field")) {
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
