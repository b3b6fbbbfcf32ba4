package org.dargah.documents.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint of some bytes, by which they are kept and recognised; 64 hexadecimal signs. */
public record Sha256(String hex) {

    public Sha256 {
        if (!isOne(hex)) {
            throw new IllegalArgumentException("Not a SHA-256: " + hex);
        }
    }

    static boolean isOne(String text) {
        return text.matches("[0-9a-f]{64}");
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static Sha256 of(byte[] content) {
        return ofBytes(digest().digest(content));
    }

    static Sha256 ofBytes(byte[] bytes) {
        return new Sha256(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
