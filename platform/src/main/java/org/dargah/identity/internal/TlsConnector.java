package org.dargah.identity.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.OptionalInt;
import java.util.UUID;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * A second port of the same server, with TLS and the client's certificate. Whoever shows none gets
 * in as far as at the plain port: the answer that something is missing is then given in words.
 */
@Component
public final class TlsConnector
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String ALIAS = "server";

    /** A handshake costs more than any question; a busy program keeps its connections. */
    private static final int REQUESTS_PER_CONNECTION = 10_000;

    private final TlsProperties properties;
    private final TlsKeys keys;
    private final CertificateAuthority authority;
    private @Nullable Connector connector;
    private volatile @Nullable X509Certificate shown;

    TlsConnector(TlsProperties properties, TlsKeys keys, CertificateAuthority authority) {
        this.properties = properties;
        this.keys = keys;
        this.authority = authority;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        if (properties.port() < 0) {
            return;
        }
        var protocol = new Http11NioProtocol();
        protocol.setSSLEnabled(true);
        protocol.setExecutor(new VirtualThreadExecutor("tls-"));
        protocol.setMaxKeepAliveRequests(REQUESTS_PER_CONNECTION);
        var made = new Connector(protocol);
        made.setPort(properties.port());
        made.setProperty("address", properties.listen());
        made.setScheme("https");
        made.setSecure(true);
        made.addSslHostConfig(tls());
        server.addAdditionalConnectors(made);
        connector = made;
    }

    private SSLHostConfig tls() {
        var tls = new SSLHostConfig();
        tls.setProtocols("TLSv1.3+TLSv1.2");
        // Of TLS 1.2 only what has forward secrecy and authenticated encryption.
        tls.setCiphers("ECDHE+AESGCM:ECDHE+CHACHA20");
        tls.setCertificateVerification("optional");
        tls.setTrustStore(authority.trusted());
        var certificate =
                new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.UNDEFINED);
        String password = UUID.randomUUID().toString();
        try {
            certificate.setCertificateKeystore(server(password.toCharArray()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The server key in " + properties.keystore() + " cannot be read", e);
        }
        certificate.setCertificateKeystorePassword(password);
        certificate.setCertificateKeyAlias(ALIAS);
        tls.addCertificate(certificate);
        return tls;
    }

    /** Ours, or the one that was given. */
    private KeyStore server(char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        TlsKeys.Entry entry = entry();
        TlsKeys.put(store, ALIAS, entry, password);
        shown = entry.certificate();
        return store;
    }

    private TlsKeys.Entry entry() throws IOException, GeneralSecurityException {
        if (properties.keystore() == null || properties.passwordFile() == null) {
            return keys.server();
        }
        KeyStore given = TlsKeys.load(properties.keystore(), properties.passwordFile());
        for (String alias : Collections.list(given.aliases())) {
            if (given.isKeyEntry(alias)) {
                return TlsKeys.entry(given, alias, TlsKeys.password(properties.passwordFile()));
            }
        }
        throw new GeneralSecurityException("no key in it");
    }

    /**
     * Shows what was renewed meanwhile: our certificate near its end, or another keystore in the
     * place of the given one. Connections that stand go on.
     */
    void refresh() {
        try {
            keys.renew();
            Connector open = connector;
            if (open != null
                    && !entry().certificate().equals(shown)
                    && open.getProtocolHandler() instanceof Http11NioProtocol protocol) {
                protocol.addSslHostConfig(tls(), true);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The server's certificate cannot be renewed", e);
        }
    }

    /** When the server's certificate ends. */
    Instant certifiedUntil() {
        X509Certificate now = shown;
        return (now == null ? keys.server().certificate() : now).getNotAfter().toInstant();
    }

    /** Empty when the door was not opened. */
    public OptionalInt port() {
        return connector == null ? OptionalInt.empty() : OptionalInt.of(connector.getLocalPort());
    }
}
