package org.dargah.identity.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.dargah.identity.internal.CertificateMaker.Kind;
import org.dargah.identity.internal.CertificateMaker.Order;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The authority of this installation and the server's key, in a PKCS#12 keystore of the data
 * folder. Made on the first start; the server's certificate is renewed when it is near its end or
 * in want of a name.
 */
@Component
final class TlsKeys {

    static final X500Name AUTHORITY = new X500Name("C=IR,O=Dargah,CN=Dargah Exchange Authority");
    private static final X500Name SERVER = new X500Name("C=IR,O=Dargah,CN=Dargah");
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(20 * 365);
    private static final Duration SERVER_LIFE = Duration.ofDays(825);
    private static final Duration RENEWED = Duration.ofDays(90);
    private static final int PASSWORD_BYTES = 24;

    private final Path file;
    private final Path passwordFile;
    private final List<String> names;
    private final Clock clock;
    private final Entry authority;
    private volatile Entry server;

    TlsKeys(
            @Value("${dargah.data}") String data,
            @Value("${dargah.address}") String address,
            TlsProperties properties,
            Clock clock) {
        this.file = Path.of(data, "keys", "tls.p12");
        this.passwordFile = Path.of(data, "keys", "tls.password");
        this.names = names(address, properties.names());
        this.clock = clock;
        try {
            if (Files.exists(file)) {
                KeyStore store = load(file, passwordFile);
                this.authority = entry(store, "authority", password(passwordFile));
                this.server = renewed(entry(store, "server", password(passwordFile)));
            } else {
                this.authority = newAuthority();
                this.server = certified(CertificateMaker.keyPair());
                keep();
            }
            PrivateFile.write(
                    file.resolveSibling("authority.pem"), Pem.of(authority.certificate()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The keystore " + file + " cannot be opened with " + passwordFile, e);
        }
    }

    /**
     * A key and its certificates.
     *
     * @param chain its own first
     */
    record Entry(PrivateKey key, List<X509Certificate> chain) {

        Entry {
            chain = List.copyOf(chain);
        }

        X509Certificate certificate() {
            return chain.getFirst();
        }

        /** Says nothing of the key. */
        @Override
        public String toString() {
            return "Entry[" + certificate().getSubjectX500Principal() + "]";
        }
    }

    private static List<String> names(String address, List<String> more) {
        String host = URI.create(address).getHost();
        return Stream.concat(Stream.ofNullable(host), more.stream()).distinct().toList();
    }

    Entry authority() {
        return authority;
    }

    Entry server() {
        return server;
    }

    /** Where it is time. */
    synchronized void renew() throws IOException, GeneralSecurityException {
        server = renewed(server);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Entry newAuthority() throws GeneralSecurityException {
        Instant now = now();
        KeyPair keys = CertificateMaker.keyPair();
        Order order =
                new Order(
                        Kind.AUTHORITY,
                        AUTHORITY,
                        keys.getPublic(),
                        List.of(),
                        now.minus(1, ChronoUnit.DAYS),
                        now.plus(AUTHORITY_LIFE));
        return new Entry(
                keys.getPrivate(),
                List.of(
                        CertificateMaker.sign(
                                order, AUTHORITY, keys.getPublic(), keys.getPrivate())));
    }

    private Entry certified(KeyPair keys) throws GeneralSecurityException {
        Instant now = now();
        X509Certificate certificate =
                CertificateMaker.sign(
                        new Order(
                                Kind.SERVER,
                                SERVER,
                                keys.getPublic(),
                                names,
                                now.minus(1, ChronoUnit.DAYS),
                                now.plus(SERVER_LIFE)),
                        AUTHORITY,
                        authority.certificate().getPublicKey(),
                        authority.key());
        return new Entry(keys.getPrivate(), List.of(certificate, authority.certificate()));
    }

    /** The key stays, for those who know the server by it. */
    private Entry renewed(Entry found) throws IOException, GeneralSecurityException {
        X509Certificate certificate = found.certificate();
        boolean fresh = certificate.getNotAfter().toInstant().isAfter(now().plus(RENEWED));
        if (fresh && Pem.names(certificate).containsAll(Pem.written(names))) {
            return found;
        }
        Entry renewed = certified(new KeyPair(certificate.getPublicKey(), found.key()));
        keep(renewed);
        return renewed;
    }

    private void keep() throws IOException, GeneralSecurityException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        // The password first: a keystore without its password would be a loss, the reverse is none.
        PrivateFile.write(
                passwordFile, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        keep(server);
    }

    private void keep(Entry newServer) throws IOException, GeneralSecurityException {
        char[] password = password(passwordFile);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        put(store, "authority", authority, password);
        put(store, "server", newServer, password);
        var content = new ByteArrayOutputStream();
        store.store(content, password);
        PrivateFile.write(file, content.toByteArray());
    }

    static void put(KeyStore store, String alias, Entry entry, char[] password)
            throws GeneralSecurityException {
        store.setKeyEntry(alias, entry.key(), password, entry.chain().toArray(Certificate[]::new));
    }

    static char[] password(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).strip().toCharArray();
    }

    static KeyStore load(Path file, Path passwordFile)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password(passwordFile));
        }
        return store;
    }

    static Entry entry(KeyStore store, String alias, char[] password)
            throws GeneralSecurityException {
        if (!(store.getKey(alias, password) instanceof PrivateKey key)) {
            throw new GeneralSecurityException("no key named " + alias);
        }
        return new Entry(
                key,
                Stream.of(Objects.requireNonNull(store.getCertificateChain(alias)))
                        .map(X509Certificate.class::cast)
                        .toList());
    }
}
