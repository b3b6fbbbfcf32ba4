package org.dargah.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A program's key and certificate.
 *
 * @param name as X-Road names the program
 */
record Credential(String name, SSLContext tls) {

    private static final String ALIAS = "program";
    private static final String PASSWORD = "throwaway";
    private static final String STORE = ".p12";
    private static final String NAME = ".name";

    /** Makes a key and says the request for its certificate (PKCS#10). */
    static String request(Path folder, String program) throws IOException {
        String store = folder.resolve(program + STORE).toString();
        keytool(
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=any",
                "-storepass",
                PASSWORD,
                "-keystore",
                store);
        return keytool("-certreq", "-alias", ALIAS, "-storepass", PASSWORD, "-keystore", store);
    }

    private static String keytool(String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        String said =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(said);
        }
        return said;
    }

    /**
     * Keeps what the authority answered.
     *
     * @param chain PEM, its own certificate first
     */
    static void keep(Path folder, String program, String name, String chain)
            throws IOException, GeneralSecurityException {
        Path file = folder.resolve(program + STORE);
        KeyStore store = open(file);
        Certificate[] certificates =
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(
                                new ByteArrayInputStream(chain.getBytes(StandardCharsets.US_ASCII)))
                        .toArray(Certificate[]::new);
        store.setKeyEntry(
                ALIAS,
                store.getKey(ALIAS, PASSWORD.toCharArray()),
                PASSWORD.toCharArray(),
                certificates);
        store.setCertificateEntry("authority", certificates[certificates.length - 1]);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        Files.writeString(folder.resolve(program + NAME), name);
    }

    private static KeyStore open(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    static List<Credential> load(Path folder) throws IOException {
        var programs = new ArrayList<Credential>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(it -> it.toString().endsWith(STORE)).toList()) {
                String name = file.getFileName().toString().replace(STORE, NAME);
                programs.add(
                        new Credential(
                                Files.readString(file.resolveSibling(name)), context(open(file))));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("A program's key cannot be read", e);
        }
        return programs;
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
