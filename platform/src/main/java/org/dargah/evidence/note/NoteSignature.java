package org.dargah.evidence.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** One signature line of a note. */
public final class NoteSignature {

    private static final String DASH = "\u2014 ";
    private static final int ID_BYTES = Integer.BYTES;

    private final String name;
    private final int keyId;
    private final byte[] bytes;

    NoteSignature(String name, int keyId, byte[] bytes) {
        this.name = name;
        this.keyId = keyId;
        this.bytes = bytes.clone();
    }

    static Optional<NoteSignature> parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            return Optional.empty();
        }
        String name = line.substring(DASH.length(), space);
        if (!VerifierKey.isName(name)) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getDecoder().decode(line.substring(space + 1));
            return all.length <= ID_BYTES
                    ? Optional.empty()
                    : Optional.of(
                            new NoteSignature(
                                    name,
                                    ByteBuffer.wrap(all).getInt(),
                                    Arrays.copyOfRange(all, ID_BYTES, all.length)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isOf(VerifierKey key) {
        return name.equals(key.name()) && keyId == key.id();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** With its line's end. */
    public String line() {
        byte[] all = ByteBuffer.allocate(ID_BYTES + bytes.length).putInt(keyId).put(bytes).array();
        return DASH + name + " " + Base64.getEncoder().encodeToString(all) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature signature && line().equals(signature.line());
    }

    @Override
    public int hashCode() {
        return keyId;
    }

    @Override
    public String toString() {
        return line().strip();
    }
}
