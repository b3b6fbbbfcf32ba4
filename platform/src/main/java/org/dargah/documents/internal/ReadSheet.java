package org.dargah.documents.internal;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.transform.Templates;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamSource;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The words of a sheet in the order in which the press gets them, through the same stylesheet and
 * without fonts, pages and signature: a few milliseconds in place of a tenth of a second.
 */
public final class ReadSheet {

    private static final String FORMATTING_OBJECTS = "http://www.w3.org/1999/XSL/Format";

    private static final class Held {
        static final Templates STYLESHEET = stylesheet();
    }

    private ReadSheet() {}

    private static Templates stylesheet() {
        try (InputStream xsl = Press.open("documents/sheet.xsl")) {
            return TransformerFactory.newDefaultInstance().newTemplates(new StreamSource(xsl));
        } catch (IOException | TransformerConfigurationException e) {
            throw new IllegalStateException("the stylesheet cannot be read", e);
        }
    }

    /** In one line: each run of white space is one space. */
    public static String text(Sheet sheet) {
        try {
            var words = new Words();
            TransformerHandler handler =
                    ((SAXTransformerFactory) TransformerFactory.newDefaultInstance())
                            .newTransformerHandler(Held.STYLESHEET);
            handler.setResult(new SAXResult(words));
            sheet.writeTo(handler);
            return Letters.tidy(words.text.toString()).replaceAll("\\s+", " ").strip();
        } catch (SAXException | TransformerConfigurationException e) {
            throw new IllegalStateException("the sheet could not be read", e);
        }
    }

    /** Metadata is text too, but is not printed. */
    private static final class Words extends DefaultHandler {

        private final StringBuilder text = new StringBuilder();
        private boolean printed;

        @Override
        public void startElement(String uri, String name, String qName, Attributes attributes) {
            printed = FORMATTING_OBJECTS.equals(uri);
            part(uri, name);
        }

        @Override
        public void endElement(String uri, String name, String qName) {
            part(uri, name);
        }

        /** Blocks stand apart; what is inside a line does not. */
        private void part(String uri, String name) {
            if (FORMATTING_OBJECTS.equals(uri) && name.equals("block")) {
                text.append(' ');
            }
        }

        @Override
        public void characters(char[] letters, int start, int length) {
            if (printed) {
                text.append(letters, start, length);
            }
        }
    }
}
