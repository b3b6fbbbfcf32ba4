package org.dargah.documents.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The signing key of this installation: EC P-256 in a PKCS#12 keystore, with its chain up to a root
 * of the province. Made once; both files are readable by their owner only.
 *
 * @param chain the signing certificate first, the root last
 */
public record Keys(PrivateKey privateKey, List<X509Certificate> chain) {

    private static final String ALIAS = "signing";

    public Keys {
        chain = List.copyOf(chain);
    }

    /**
     * Opens the keystore in the folder, or makes one. Once documents were issued a missing keystore
     * is a loss to be told, never replaced: with another key, every signature given so far would
     * belong to nobody.
     */
    public static Keys open(Path folder, Clock clock, BooleanSupplier issuedBefore) {
        Path store = folder.resolve("signing.p12");
        Path password = folder.resolve("signing.password");
        try {
            if (Files.exists(store)) {
                return read(store, password);
            }
            if (issuedBefore.getAsBoolean()) {
                throw new KeysLost(
                        "The signing keystore "
                                + store
                                + " is missing, but documents were signed with it.");
            }
            return make(folder, store, password, clock);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeysLost(
                    "The signing keystore "
                            + store
                            + " cannot be opened with the password in "
                            + password
                            + ".",
                    e);
        }
    }

    private static Keys read(Path file, Path password)
            throws IOException, GeneralSecurityException {
        char[] secret = Files.readString(password).strip().toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, secret);
        }
        if (!(store.getKey(ALIAS, secret) instanceof PrivateKey key)) {
            throw new GeneralSecurityException("no key named " + ALIAS);
        }
        List<X509Certificate> chain =
                Arrays.stream(store.getCertificateChain(ALIAS))
                        .map(X509Certificate.class::cast)
                        .toList();
        return new Keys(key, chain);
    }

    private static Keys make(Path folder, Path file, Path password, Clock clock)
            throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Keys keys = CertificateMaker.make(clock.instant());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                ALIAS,
                keys.privateKey,
                secret.toCharArray(),
                keys.chain.toArray(X509Certificate[]::new));
        // The password first: a keystore without its password would be a loss, the reverse is none.
        write(password, out -> out.write(secret.getBytes(StandardCharsets.US_ASCII)));
        write(file, out -> store.store(out, secret.toCharArray()));
        return keys;
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException, GeneralSecurityException;
    }

    /** Whole or not at all, on the disk before it has its name. */
    private static void write(Path file, Content content)
            throws IOException, GeneralSecurityException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(
                draft,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(draft)) {
            content.writeTo(out);
        }
        try (FileChannel disk = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            disk.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "Keys[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
}
