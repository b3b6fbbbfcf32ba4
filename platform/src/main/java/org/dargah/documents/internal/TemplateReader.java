package org.dargah.documents.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads an untrusted output template: no DTD, no entities, nothing outside the vocabulary. */
public final class TemplateReader extends DefaultHandler {

    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private record Open(
            String name, Map<String, String> attributes, List<Node> children, int line) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private Node.@Nullable Element root;
    private @Nullable Locator locator;
    private int elements;

    private TemplateReader() {}

    /** Throws {@link SAXParseException} with the line and, in English, what is wrong there. */
    public static Node.Element read(byte[] xml) throws SAXException {
        if (xml.length > Vocabulary.MAX_BYTES) {
            throw new SAXParseException(
                    "longer than " + Vocabulary.MAX_BYTES + " bytes", null, null, 1, 1);
        }
        TemplateReader reader = new TemplateReader();
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.newSAXParser().parse(new InputSource(new ByteArrayInputStream(xml)), reader);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("the JDK's own XML parser refuses its features", e);
        }
        return Objects.requireNonNull(reader.root);
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes)
            throws SAXException {
        Open parent = open.peek();
        if (!(uri.isEmpty() || uri.equals(XHTML)) || !Vocabulary.knows(name)) {
            throw fault("unknown element <" + qName + ">");
        }
        if (!Vocabulary.allows(parent == null ? null : parent.name, name)) {
            throw fault("<" + name + "> may not stand here");
        }
        if (open.size() >= Vocabulary.MAX_DEPTH || ++elements > Vocabulary.MAX_ELEMENTS) {
            throw fault("too deep or too long");
        }
        open.push(new Open(name, attributes(name, attributes), new ArrayList<>(), line()));
    }

    private Map<String, String> attributes(String element, Attributes given) throws SAXException {
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < given.getLength(); i++) {
            String name = given.getQName(i);
            String plain = name.equals("xml:lang") ? "lang" : name;
            if (!Vocabulary.allowsAttribute(element, plain, given.getValue(i))) {
                throw fault("attribute " + name + " of <" + element + "> is not allowed");
            }
            known.put(plain, given.getValue(i));
        }
        if (element.equals("field") && !known.containsKey("name")) {
            throw fault("<field> needs a name");
        }
        if (element.equals("table") && known.containsKey("rows") != known.containsKey("most")) {
            throw fault("<table> needs rows and most, or neither");
        }
        return known;
    }

    @Override
    public void characters(char[] letters, int start, int length) throws SAXException {
        String text = new String(letters, start, length);
        Open here = open.peek();
        if (here != null && Vocabulary.holdsText(here.name)) {
            here.children.add(new Node.Text(text.replaceAll("\\s+", " ")));
        } else if (!text.isBlank()) {
            throw fault("text may not stand here");
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) {
        Open done = open.pop();
        Node.Element element =
                new Node.Element(done.name, done.attributes, done.children, done.line);
        Open parent = open.peek();
        if (parent == null) {
            root = element;
        } else {
            parent.children.add(element);
        }
    }

    @Override
    public void processingInstruction(String target, String data) throws SAXException {
        throw fault("processing instruction <?" + target + "?> is not allowed");
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) throws SAXException {
        throw fault("outside entities are not allowed");
    }

    private SAXParseException fault(String what) {
        return new SAXParseException(what, null, null, line(), 0);
    }

    private int line() {
        return locator == null ? 0 : locator.getLineNumber();
    }
}
