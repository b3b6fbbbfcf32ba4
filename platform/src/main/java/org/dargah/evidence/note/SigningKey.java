package org.dargah.evidence.note;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * An Ed25519 key that signs notes. Its file holds two lines, the verifier key and the private key
 * (PKCS#8, base64), and is readable by its owner alone.
 */
public final class SigningKey {

    private final VerifierKey verifier;
    private final PrivateKey key;

    private SigningKey(VerifierKey verifier, PrivateKey key) {
        this.verifier = verifier;
        this.key = key;
    }

    /** A new key that lies nowhere yet. */
    public static SigningKey make(String name, KeyType type) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] raw =
                    Arrays.copyOfRange(
                            encoded, encoded.length - VerifierKey.PUBLIC_BYTES, encoded.length);
            return new SigningKey(new VerifierKey(name, type, raw), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    /**
     * @throws IOException also when the file is no key
     */
    public static SigningKey read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 2) {
            throw new IOException(file + " is no signing key");
        }
        VerifierKey verifier =
                VerifierKey.parse(lines.getFirst())
                        .orElseThrow(() -> new IOException(file + " is no signing key"));
        try {
            byte[] encoded = Base64.getDecoder().decode(lines.get(1));
            PrivateKey key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new SigningKey(verifier, key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + " is no signing key", e);
        }
    }

    /** Whole or not at all, on the disk before it has its name. */
    public void keep(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(
                draft,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        String text =
                verifier.text()
                        + "\n"
                        + Base64.getEncoder().encodeToString(key.getEncoded())
                        + "\n";
        Durable.write(draft, text);
        Durable.move(draft, file);
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /**
     * @param at stands in a cosignature only
     */
    public NoteSignature sign(String text, Instant at) {
        long seconds = at.getEpochSecond();
        byte[] bytes =
                switch (verifier.type()) {
                    case NOTE -> sign(text.getBytes(StandardCharsets.UTF_8));
                    case COSIGNATURE -> {
                        byte[] signature = sign(VerifierKey.timed(seconds, text));
                        yield ByteBuffer.allocate(Long.BYTES + signature.length)
                                .putLong(seconds)
                                .put(signature)
                                .array();
                    }
                };
        return new NoteSignature(verifier.name(), verifier.id(), bytes);
    }

    private byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "SigningKey[" + verifier.name() + "]";
    }
}
