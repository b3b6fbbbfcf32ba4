package org.dargah.evidence.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dargah.evidence.tree.Hash;

/** What anyone needs to check signatures of one key: its name, its type and the public key. */
public final class VerifierKey {

    static final int PUBLIC_BYTES = 32;

    /** What every Ed25519 public key begins with in X.509 (RFC 8410, section 4). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final Pattern FORM =
            Pattern.compile("([^+]+)\\+([0-9a-fA-F]{8})\\+([A-Za-z0-9+/=]+)");

    private static final int TIME_BYTES = Long.BYTES;

    private final String name;
    private final KeyType type;
    private final byte[] raw;
    private final PublicKey key;

    VerifierKey(String name, KeyType type, byte[] raw) {
        if (!isName(name) || raw.length != PUBLIC_BYTES) {
            throw new IllegalArgumentException("Not a verifier key: " + name);
        }
        this.name = name;
        this.type = type;
        this.raw = raw.clone();
        this.key = decode(raw);
    }

    private static PublicKey decode(byte[] raw) {
        try {
            byte[] encoded =
                    ByteBuffer.allocate(X509.length + raw.length).put(X509).put(raw).array();
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 key", e);
        }
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.indexOf('+') < 0
                && name.codePoints()
                        .noneMatch(
                                sign ->
                                        sign < ' '
                                                || Character.isWhitespace(sign)
                                                || Character.isSpaceChar(sign));
    }

    /** Reads {@code name+hash+base64}; empty for anything that is not exactly that. */
    public static Optional<VerifierKey> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getDecoder().decode(parts.group(3));
            for (KeyType type : KeyType.values()) {
                if (all.length == 1 + PUBLIC_BYTES && all[0] == type.code()) {
                    var key =
                            new VerifierKey(
                                    parts.group(1), type, Arrays.copyOfRange(all, 1, all.length));
                    return key.hexId().equalsIgnoreCase(parts.group(2))
                            ? Optional.of(key)
                            : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String name() {
        return name;
    }

    public KeyType type() {
        return type;
    }

    int id() {
        MessageDigest digest = Hash.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(type.code());
        return ByteBuffer.wrap(digest.digest(raw)).getInt();
    }

    private String hexId() {
        return HexFormat.of().toHexDigits(id());
    }

    /** {@code name+hash+base64}, as it is given to those who verify. */
    public String text() {
        byte[] all = ByteBuffer.allocate(1 + PUBLIC_BYTES).put(type.code()).put(raw).array();
        return name + "+" + hexId() + "+" + Base64.getEncoder().encodeToString(all);
    }

    /** True when this key made this signature on this text. */
    boolean verifies(String text, NoteSignature signature) {
        if (!signature.isOf(this)) {
            return false;
        }
        byte[] bytes = signature.bytes();
        return switch (type) {
            case NOTE -> verifies(text.getBytes(StandardCharsets.UTF_8), bytes);
            case COSIGNATURE ->
                    bytes.length > TIME_BYTES
                            && verifies(
                                    timed(ByteBuffer.wrap(bytes).getLong(), text),
                                    Arrays.copyOfRange(bytes, TIME_BYTES, bytes.length));
        };
    }

    private boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** What a witness signs. */
    static byte[] timed(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && text().equals(key.text());
    }

    @Override
    public int hashCode() {
        return id();
    }

    @Override
    public String toString() {
        return text();
    }
}
