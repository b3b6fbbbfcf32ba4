package org.dargah.exchange.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Hashes questions and answers under a secret key, because the plain hash of a national id is found
 * by trying all of them. The key lies in the data folder, readable to the program alone.
 */
@Component
public final class EvidenceKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    public EvidenceKey(@Value("${dargah.data}") String data) {
        this.key = new SecretKeySpec(load(Path.of(data, "keys", "evidence.key")), ALGORITHM);
    }

    private static byte[] load(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all: a start that is killed here leaves no half key behind. */
    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Path whole =
                Files.createTempFile(
                        file.getParent(),
                        "evidence",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(whole, HexFormat.of().formatHex(fresh));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    byte[] hash(byte[] content) {
        return hashing().doFinal(content);
    }

    /** A person's number under a mark of its own, so that no hash of a message equals it. */
    public byte[] tag(String number) {
        return hash(("person " + number).getBytes(StandardCharsets.UTF_8));
    }

    Mac hashing() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
