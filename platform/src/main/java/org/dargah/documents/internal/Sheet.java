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
 * @param qrText what the QR code says, an address
 * @param parts what the frame repeats, such as the steps of a receipt
 * @param body the template's, or none
 * @param values what the fields of the body stand for
 */
public record Sheet(
        Map<String, String> frame,
        String qrText,
        List<Part> parts,
        List<Node> body,
        Map<String, String> values) {

    /** One element for the stylesheet, by name and attributes. */
    public record Part(String name, Map<String, String> attributes) {}

    void writeTo(ContentHandler out) throws SAXException {
        out.startDocument();
        start(out, "sheet", frame);
        Qr qr = Qr.of(qrText);
        write(
                out,
                new Part(
                        "qr-code",
                        Map.of(
                                "size", String.valueOf(qr.size()),
                                "path", qr.path(),
                                "text", qrText)));
        for (Part part : parts) {
            write(out, part);
        }
        start(out, "body", Map.of());
        for (Node node : body) {
            write(out, node);
        }
        end(out, "body");
        end(out, "sheet");
        out.endDocument();
    }

    private static void write(ContentHandler out, Part part) throws SAXException {
        start(out, part.name, part.attributes);
        end(out, part.name);
    }

    private void write(ContentHandler out, Node node) throws SAXException {
        switch (node) {
            case Node.Text(String text) -> text(out, text);
            case Node.Element element when element.name().equals("field") -> field(out, element);
            case Node.Element element -> {
                start(out, element.name(), element.attributes());
                for (Node child : element.children()) {
                    write(out, child);
                }
                end(out, element.name());
            }
        }
    }

    private void field(ContentHandler out, Node.Element field) throws SAXException {
        FieldStyle style = FieldStyle.of(field.attributes().getOrDefault("as", "text"));
        String given = field.attributes().get("value");
        String value =
                style.text(
                        given == null ? value(field.attributes().getOrDefault("name", "")) : given);
        if (style.leftToRight()) {
            start(out, "bdi", Map.of("dir", "ltr"));
            text(out, value);
            end(out, "bdi");
        } else {
            text(out, value);
        }
    }

    private String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value for the field " + name);
        }
        return value;
    }

    private static void start(ContentHandler out, String name, Map<String, String> attributes)
            throws SAXException {
        AttributesImpl list = new AttributesImpl();
        attributes.forEach(
                (key, value) -> list.addAttribute("", key, key, "CDATA", Letters.tidy(value)));
        out.startElement("", name, name, list);
    }

    private static void end(ContentHandler out, String name) throws SAXException {
        out.endElement("", name, name);
    }

    private static void text(ContentHandler out, String text) throws SAXException {
        char[] letters = Letters.tidy(text).toCharArray();
        out.characters(letters, 0, letters.length);
    }
}
