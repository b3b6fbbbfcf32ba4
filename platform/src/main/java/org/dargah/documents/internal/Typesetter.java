package org.dargah.documents.internal;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Date;
import org.xml.sax.SAXException;

/**
 * Prints a sheet as PDF/A-3a and PDF/UA-1. The press (FOP, fonts, stylesheet) costs about a second
 * to set up and is built with the first sheet, not with the program.
 */
public final class Typesetter {

    private static final class Held {
        static final Press PRESS = new Press();
    }

    /** The unsigned PDF. The same sheet at the same moment gives a PDF of the same text. */
    public byte[] set(Sheet sheet, Instant moment) {
        try {
            ByteArrayOutputStream printed = new ByteArrayOutputStream(400_000);
            sheet.writeTo(Held.PRESS.open(printed, Date.from(moment)));
            return Held.PRESS.fontCase().finish(printed.toByteArray());
        } catch (SAXException e) {
            throw new IllegalStateException("the sheet could not be printed", e);
        }
    }
}
