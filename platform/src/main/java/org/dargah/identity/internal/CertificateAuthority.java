package org.dargah.identity.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.internal.CertificateMaker.Kind;
import org.dargah.identity.internal.CertificateMaker.Order;
import org.springframework.stereotype.Component;

/** Signs certificates of programs, and knows whose signatures count beside its own. */
@Component
final class CertificateAuthority {

    private static final Duration LIFE = Duration.ofDays(365);

    /** The clock of who gets it may be behind ours. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private final TlsKeys keys;
    private final List<X509Certificate> others;

    CertificateAuthority(TlsKeys keys, TlsProperties properties) {
        this.keys = keys;
        try {
            this.others =
                    properties.authorities() == null
                            ? List.of()
                            : Pem.read(properties.authorities());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The authorities in " + properties.authorities() + " cannot be read", e);
        }
    }

    /** A certificate in the client's name, whatever its request called it. */
    X509Certificate certify(CurrentClient client, PublicKey key, Instant now) {
        var subject =
                new X500NameBuilder(BCStyle.INSTANCE)
                        .addRDN(BCStyle.C, "IR")
                        .addRDN(BCStyle.O, client.agency().value())
                        .addRDN(BCStyle.CN, client.roadName())
                        .build();
        Instant from = now.truncatedTo(ChronoUnit.SECONDS);
        Order order =
                new Order(Kind.PROGRAM, subject, key, List.of(), from.minus(SKEW), from.plus(LIFE));
        try {
            return CertificateMaker.sign(
                    order,
                    TlsKeys.AUTHORITY,
                    keys.authority().certificate().getPublicKey(),
                    keys.authority().key());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** True when an authority of {@code dargah.tls.authorities} has signed it. */
    boolean isSignedByAnother(X509Certificate certificate) {
        return others.stream().anyMatch(other -> hasSigned(other, certificate));
    }

    /** False once its authority was lost, or is named no more. */
    boolean stillSigns(X509Certificate certificate) {
        return hasSigned(authority(), certificate) || isSignedByAnother(certificate);
    }

    private static boolean hasSigned(X509Certificate authority, X509Certificate certificate) {
        try {
            certificate.verify(authority.getPublicKey());
            return certificate.getBasicConstraints() < 0;
        } catch (GeneralSecurityException foreign) {
            return false;
        }
    }

    /** Those whose certificates may connect; which of them opens is decided by our table. */
    KeyStore trusted() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            List<X509Certificate> all =
                    Stream.concat(Stream.of(authority()), others.stream()).toList();
            for (X509Certificate one : all) {
                store.setCertificateEntry(Fingerprint.of(one), one);
            }
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    X509Certificate authority() {
        return keys.authority().certificate();
    }
}
