package org.dargah.evidence.note;

/** What a key signs, by the byte that C2SP signed-note assigns. Both are Ed25519. */
public enum KeyType {
    /** The text of a note, as it stands: a log's own signature. */
    NOTE(1),
    /** The text together with a time: a witness's signature (C2SP tlog-cosignature). */
    COSIGNATURE(4);

    private final byte code;

    KeyType(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }
}
