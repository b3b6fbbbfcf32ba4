package org.dargah.documents;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code (ISO/IEC 18004, error correction M) as the path of an SVG, one unit a module, with the
 * quiet zone of four modules that the standard asks for.
 *
 * @param size the side of the square in units, for {@code viewBox="0 0 size size"}
 * @param path the {@code d} attribute of one path, to be filled dark on light
 */
public record Qr(int size, String path) {

    private static final int QUIET_ZONE = 4;

    /** The code for a text of at most some 2,000 characters, which is any address we print. */
    public static Qr of(String text) {
        try {
            ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            return new Qr(modules.getWidth() + 2 * QUIET_ZONE, path(modules));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /** The path alone; see {@link #of}. */
    public static String svgPath(String text) {
        return of(text).path();
    }

    /** Dark modules that touch in a row become one rectangle. */
    private static String path(ByteMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int length = run(modules, x, y);
                if (length > 0) {
                    path.append('M').append(x + QUIET_ZONE).append(' ').append(y + QUIET_ZONE);
                    path.append('h').append(length).append("v1h-").append(length).append('z');
                }
                x += Math.max(1, length);
            }
        }
        return path.toString();
    }

    private static int run(ByteMatrix modules, int x, int y) {
        int end = x;
        while (end < modules.getWidth() && modules.get(end, y) == 1) {
            end++;
        }
        return end - x;
    }
}
