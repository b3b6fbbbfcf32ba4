package org.dargah.documents.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A font file as the press needs it. FOP drops the ZWNJ («می‌شود») once it has shaped the letters,
 * and with it the ZWNJ that people would copy. So the invisible glyph that the font keeps for
 * U+FEFF, which FOP takes for a space, is given a code of its own that FOP prints like any sign;
 * {@link Letters} writes that code within each ZWNJ, {@link CopyText} copies it as ZWNJ.
 */
final class PrintFont {

    /** Unassigned for ever: it lies between two blocks of presentation forms. */
    static final char INVISIBLE = '\uFEFD';

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int DIRECTORY = 12;
    private static final int SEGMENTS = 4;

    private final String name;
    private final byte[] file;
    private final byte[] packedFile;
    private final byte[] packedLetters;

    private PrintFont(String name, byte[] file, byte[] letters) throws IOException {
        this.name = name;
        this.file = file;
        this.packedFile = packed(file);
        this.packedLetters = packed(letters);
    }

    static PrintFont read(String path) throws IOException {
        try (InputStream in = Press.open(path)) {
            byte[] file = in.readAllBytes();
            moveInvisible(ByteBuffer.wrap(file));
            try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
                return new PrintFont(font.getName(), file, CopyText.table(font));
            }
        }
    }

    /** As well as it goes: once, for every sheet. */
    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length);
        try (Deflater hard = new Deflater(Deflater.BEST_COMPRESSION);
                DeflaterOutputStream out = new DeflaterOutputStream(packed, hard)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /** The name that the font gives itself. */
    String name() {
        return name;
    }

    byte[] file() {
        return file;
    }

    /** The file as PDFs hold it ({@code FlateDecode}). */
    byte[] packedFile() {
        return packedFile;
    }

    /** The table of {@link CopyText}, likewise. */
    byte[] packedLetters() {
        return packedLetters;
    }

    /** The OpenType table {@code cmap}, in its one format that this font uses (segments). */
    private static void moveInvisible(ByteBuffer font) throws IOException {
        int cmap = table(font, "cmap");
        int subtables = font.getShort(cmap + 2);
        for (int i = 0; i < subtables; i++) {
            int subtable = cmap + font.getInt(cmap + 4 + 8 * i + 4);
            if (font.getShort(subtable) == SEGMENTS) {
                moveInvisible(font, subtable);
            }
        }
    }

    private static void moveInvisible(ByteBuffer font, int subtable) {
        int twice = unsigned(font, subtable + 6);
        for (int end = subtable + 14; end < subtable + 14 + twice; end += 2) {
            int start = end + twice + 2;
            int delta = start + twice;
            if (unsigned(font, end) == BYTE_ORDER_MARK
                    && unsigned(font, start) == BYTE_ORDER_MARK) {
                int glyph = unsigned(font, delta) + BYTE_ORDER_MARK;
                font.putShort(end, (short) INVISIBLE);
                font.putShort(start, (short) INVISIBLE);
                font.putShort(delta, (short) (glyph - INVISIBLE));
            }
        }
    }

    private static int table(ByteBuffer font, String name) throws IOException {
        int tables = font.getShort(4);
        for (int i = 0; i < tables; i++) {
            int entry = DIRECTORY + 16 * i;
            byte[] tag = new byte[4];
            font.get(entry, tag);
            if (name.equals(new String(tag, StandardCharsets.US_ASCII))) {
                return font.getInt(entry + 8);
            }
        }
        throw new IOException("the font has no table " + name);
    }

    private static int unsigned(ByteBuffer font, int at) {
        return Short.toUnsignedInt(font.getShort(at));
    }
}
