package org.dargah.evidence.tree;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Entries one after another, each after its length in two bytes (C2SP tlog-tiles). */
public final class Bundle {

    private static final int LENGTH_BYTES = 2;
    private static final int LONGEST = 0xFFFF;

    private Bundle() {}

    public static byte[] of(List<byte[]> entries) {
        var bundle = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > LONGEST) {
                throw new IllegalArgumentException("An entry has at most 65535 bytes");
            }
            bundle.write(entry.length >> Byte.SIZE);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }

    /** The entries; empty when the bytes do not end with the last of them. */
    public static Optional<List<byte[]>> entries(byte[] bundle) {
        var entries = new ArrayList<byte[]>();
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        while (rest.remaining() >= LENGTH_BYTES) {
            int length = Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining()) {
                return Optional.empty();
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        return rest.hasRemaining() ? Optional.empty() : Optional.of(entries);
    }

    /** Its first entries, as a bundle. */
    public static Optional<byte[]> first(int count, byte[] bundle) {
        return entries(bundle)
                .filter(entries -> entries.size() >= count)
                .map(entries -> of(entries.subList(0, count)));
    }
}
