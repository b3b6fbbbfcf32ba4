package org.dargah.catalog.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.dargah.catalog.Problem;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The elements of an untrusted XML file, with their lines. A file with a DTD is refused before
 * anything of it is read: entities are how such files attack.
 */
final class XmlFile {

    /**
     * One element.
     *
     * @param parent the local name of the element around it, empty for the root
     * @param text directly inside it
     */
    record Element(
            String namespace,
            String name,
            String parent,
            Attributes attributes,
            int line,
            StringBuilder text) {

        String attribute(String local) {
            String value = attributes.getValue("", local);
            return value == null ? "" : value;
        }
    }

    private static final int DEEPEST = 60;

    private final String file;
    private final List<Element> elements = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private XmlFile(String file) {
        this.file = file;
    }

    static XmlFile read(String file, String xml) {
        var read = new XmlFile(file);
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser()
                    .parse(new InputSource(new StringReader(xml)), read.new Handler());
        } catch (SAXParseException e) {
            read.problem(e.getLineNumber(), String.valueOf(e.getMessage()));
        } catch (SAXException e) {
            read.problem(0, String.valueOf(e.getMessage()));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    List<Element> elements() {
        return elements;
    }

    List<Problem> problems() {
        return problems;
    }

    void problem(int line, String what) {
        problems.add(new Problem(file, line, "", what));
    }

    private final class Handler extends DefaultHandler {

        private final List<Element> open = new ArrayList<>();
        private @Nullable Locator locator;

        @Override
        public void setDocumentLocator(Locator at) {
            locator = at;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes)
                throws SAXException {
            if (open.size() >= DEEPEST) {
                throw new SAXParseException("elements are nested too deep", locator);
            }
            String parent = open.isEmpty() ? "" : open.getLast().name();
            int line = locator == null ? 0 : locator.getLineNumber();
            var element =
                    new Element(
                            uri,
                            name,
                            parent,
                            new AttributesImpl(attributes),
                            line,
                            new StringBuilder());
            elements.add(element);
            open.add(element);
        }

        @Override
        public void characters(char[] chars, int start, int length) {
            open.getLast().text().append(chars, start, length);
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            open.removeLast();
        }
    }
}
