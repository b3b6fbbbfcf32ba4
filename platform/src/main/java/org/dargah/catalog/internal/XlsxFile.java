package org.dargah.catalog.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** The first sheet of an XLSX file, read as a stream; nothing in it is calculated or followed. */
public final class XlsxFile {

    /** Ten thousand rows of thirty columns are a quarter of it. */
    private static final long MOST_BYTES = 48L << 20;

    private static final int MOST_PARTS = 200;

    private XlsxFile() {}

    /** How reading ended. */
    public sealed interface Outcome {
        record Read(Grid grid) implements Outcome {}

        /** It unfolds into far more than a list needs. */
        record TooLarge() implements Outcome {}

        /** It is no XLSX file, or a damaged one. */
        record Broken() implements Outcome {}
    }

    public static Outcome read(byte[] bytes, int limit) {
        try {
            if (!unfoldsWithinBounds(bytes)) {
                return new Outcome.TooLarge();
            }
            try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(bytes))) {
                return new Outcome.Read(firstSheet(file, limit));
            }
        } catch (IOException
                | OpenXML4JException
                | OpenXML4JRuntimeException
                | SAXException
                | IllegalArgumentException
                | IllegalStateException e) {
            // POI says of a damaged file whatever its part says of it: it is the file's fault
            // alone.
            return new Outcome.Broken();
        }
    }

    /** Counted before anything else looks into it; sizes that a zip declares may lie. */
    private static boolean unfoldsWithinBounds(byte[] bytes) throws IOException {
        long total = 0;
        int parts = 0;
        byte[] block = new byte[64 << 10];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                if (++parts > MOST_PARTS) {
                    return false;
                }
                for (int n = zip.read(block); n >= 0; n = zip.read(block)) {
                    total += n;
                    if (total > MOST_BYTES) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static Grid firstSheet(OPCPackage file, int limit)
            throws IOException, OpenXML4JException, SAXException {
        var reader = new XSSFReader(file);
        var grid = new Grid(limit);
        Iterator<InputStream> sheets = reader.getSheetsData();
        if (!sheets.hasNext()) {
            return grid;
        }
        try (InputStream sheet = sheets.next()) {
            XMLReader xml = reader();
            var rows =
                    new XlsxRows(
                            grid,
                            new ReadOnlySharedStringsTable(file, false),
                            reader.getStylesTable());
            xml.setContentHandler(rows);
            // Else the parser would speak of somebody's file on our terminal.
            xml.setErrorHandler(rows);
            xml.parse(new InputSource(sheet));
        }
        return grid;
    }

    private static XMLReader reader() throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
