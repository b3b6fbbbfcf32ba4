package org.dargah.documents.internal;

import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** Stands between stylesheet and FOP, and makes up for what FOP does with Persian text. */
final class Letters extends XMLFilterImpl {

    static final String ZWNJ = "\u200C";

    /** Shaped apart by the ZWNJ on either side, which FOP then drops; the middle stays. */
    private static final String LASTING_ZWNJ = ZWNJ + PrintFont.INVISIBLE + ZWNJ;

    private static final String LEFT_TO_RIGHT = "\u200E";

    private static final String FORMATTING_OBJECTS = "http://www.w3.org/1999/XSL/Format";

    private boolean printed;

    Letters(ContentHandler press) {
        setContentHandler(press);
    }

    /** Values come from people and registries: signs that XML or the bidi order trips over go. */
    static String tidy(String text) {
        return text.replaceAll(
                "[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF]", " ");
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes)
            throws SAXException {
        printed = FORMATTING_OBJECTS.equals(uri);
        super.startElement(uri, name, qName, attributes);
    }

    /** Metadata is text too, but is not printed and stays as it is. */
    @Override
    public void characters(char[] letters, int start, int length) throws SAXException {
        if (printed) {
            char[] shaped = shaped(new String(letters, start, length)).toCharArray();
            super.characters(shaped, 0, shaped.length);
        } else {
            super.characters(letters, start, length);
        }
    }

    static String shaped(String text) {
        return text.replace(ZWNJ, LASTING_ZWNJ)
                // One sign, so that it is copied after its letter and not on a line of its own.
                .replace("\u0647\u0654", "\u06C0")
                // FOP takes these for letters and would join the word to them; a ZWNJ parts them.
                .replaceAll("(?<=\\p{L})(?=[\\u061B\\u061F])", ZWNJ)
                // FOP's bidi order is older than paired brackets: this holds "Ltd (Kerman)"
                // together.
                .replaceAll("(?<=[A-Za-z0-9] ?)\\([^()\\p{InArabic}]*\\)", "$0" + LEFT_TO_RIGHT);
    }
}
