package org.dargah.documents.internal;

import java.util.List;
import java.util.Map;
import org.dargah.documents.Qr;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * What is to be printed: data of the frame, and a body in the vocabulary of output templates. It
 * speaks to the stylesheet as a stream of XML events, so that no text is ever pasted into markup.
 *
 * @param frame attributes of the frame as {@code sheet.xsl} names them
 * @param marks the lines beside the letterhead, such as number and date
 * @param qrText what the QR code says, an address
 * @param values what the fields of the body stand for
 */
public record Sheet(
        Map<String, String> frame,
        List<Mark> marks,
        String qrText,
        Node.Element body,
        Map<String, String> values) {

    /** A labelled line; codes are printed from left to right and keep their digits. */
    public record Mark(String label, String text, boolean code) {}

    void writeTo(ContentHandler out) throws SAXException {
        out.startDocument();
        start(out, "sheet", frame);
        for (Mark mark : marks) {
            start(out, "mark", Map.of("label", mark.label));
            write(out, FieldStyle.of(mark.code ? "code" : "text"), mark.text);
            end(out, "mark");
        }
        Qr qr = Qr.of(qrText);
        start(
                out,
                "qr-code",
                Map.of("size", String.valueOf(qr.size()), "path", qr.path(), "text", qrText));
        end(out, "qr-code");
        write(out, body);
        end(out, "sheet");
        out.endDocument();
    }

    private void write(ContentHandler out, Node node) throws SAXException {
        switch (node) {
            case Node.Text(String text) -> text(out, text);
            case Node.Element element when element.name().equals("field") ->
                    write(
                            out,
                            FieldStyle.of(element.attributes().getOrDefault("as", "text")),
                            value(element.attributes().getOrDefault("name", "")));
            case Node.Element element -> {
                start(out, element.name(), element.attributes());
                for (Node child : element.children()) {
                    write(out, child);
                }
                end(out, element.name());
            }
        }
    }

    private String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value for the field " + name);
        }
        return value;
    }

    private static void write(ContentHandler out, FieldStyle style, String value)
            throws SAXException {
        if (style.leftToRight()) {
            start(out, "bdi", Map.of("dir", "ltr"));
        }
        text(out, style.text(value));
        if (style.leftToRight()) {
            end(out, "bdi");
        }
    }

    private static void start(ContentHandler out, String name, Map<String, String> attributes)
            throws SAXException {
        AttributesImpl list = new AttributesImpl();
        attributes.forEach((key, value) -> list.addAttribute("", key, key, "CDATA", value));
        out.startElement("", name, name, list);
    }

    private static void end(ContentHandler out, String name) throws SAXException {
        out.endElement("", name, name);
    }

    private static void text(ContentHandler out, String text) throws SAXException {
        char[] letters = Letters.forPress(text).toCharArray();
        out.characters(letters, 0, letters.length);
    }
}
