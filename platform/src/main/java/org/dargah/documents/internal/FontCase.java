package org.dargah.documents.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The fonts of all sheets. FOP writes its fonts into each PDF unpacked, since packing them anew was
 * a third of the work of a sheet; here each is replaced by itself, packed once, and its letters by
 * those of {@link CopyText}.
 */
final class FontCase {

    private final Map<String, PrintFont> fonts = new HashMap<>();

    FontCase(Collection<PrintFont> fonts) {
        fonts.forEach(font -> this.fonts.put(font.name(), font));
    }

    byte[] finish(byte[] pdf) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (COSObject object :
                    List.copyOf(document.getDocument().getObjectsByType(COSName.FONT))) {
                if (object.getObject() instanceof COSDictionary font
                        && COSName.TYPE0.equals(font.getCOSName(COSName.SUBTYPE))) {
                    replace(document, font);
                }
            }
            document.save(out, CompressParameters.DEFAULT_COMPRESSION);
        } catch (IOException e) {
            throw new IllegalStateException("the printed PDF cannot be read", e);
        }
        return out.toByteArray();
    }

    private void replace(PDDocument document, COSDictionary composite) throws IOException {
        String name = String.valueOf(composite.getNameAsString(COSName.BASE_FONT));
        PrintFont font = fonts.get(name.substring(name.indexOf('+') + 1));
        if (font == null) {
            throw new IllegalStateException("an unknown font in the PDF: " + name);
        }
        composite.setItem(COSName.TO_UNICODE, stream(document, font.packedLetters()));
        COSStream file = stream(document, font.packedFile());
        file.setInt(COSName.LENGTH1, font.file().length);
        descriptor(composite).setItem(COSName.FONT_FILE2, file);
    }

    /** A composite font of PDF has one descendant, which describes it (ISO 32000-1, 9.7). */
    private static COSDictionary descriptor(COSDictionary composite) throws IOException {
        COSArray descendants = composite.getCOSArray(COSName.DESCENDANT_FONTS);
        if (descendants != null && descendants.getObject(0) instanceof COSDictionary descendant) {
            COSDictionary description = descendant.getCOSDictionary(COSName.FONT_DESC);
            if (description != null) {
                return description;
            }
        }
        throw new IOException("a font without its description");
    }

    private static COSStream stream(PDDocument document, byte[] packed) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream body = stream.createRawOutputStream()) {
            body.write(packed);
        }
        stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        return stream;
    }
}
