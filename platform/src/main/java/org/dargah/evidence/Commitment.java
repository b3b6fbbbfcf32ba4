package org.dargah.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.dargah.evidence.tree.Hash;

/**
 * The public side of a record: SHA-256 over the ASCII text {@code dargah.org/evidence/v1}, a line's
 * end (0x0A), the salt of 32 bytes, and the record. Without the salt nobody can guess the record;
 * with it nobody can claim another.
 */
public final class Commitment {

    public static final int SALT_BYTES = 32;

    private static final byte[] DOMAIN =
            "dargah.org/evidence/v1\n".getBytes(StandardCharsets.US_ASCII);

    private Commitment() {}

    /** The entry of the log, 32 bytes. */
    public static byte[] entry(byte[] salt, byte[] record) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("A salt has 32 bytes, not " + salt.length);
        }
        MessageDigest digest = Hash.sha256();
        digest.update(DOMAIN);
        digest.update(salt);
        return digest.digest(record);
    }
}
