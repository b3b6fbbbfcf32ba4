package org.dargah.identity;

import java.util.List;
import java.util.Optional;
import org.dargah.identity.internal.Proving;
import org.springframework.stereotype.Component;

/**
 * What programs of other bodies prove themselves with, instead of a shared password: public keys
 * for signed assertions (RFC 7523), and certificates for mutual TLS. An administrator gives and
 * takes them; each leaves an act.
 */
@Component
public final class ClientProofs {

    private final Proving proving;

    public ClientProofs(Proving proving) {
        this.proving = proving;
    }

    /** The oldest first. */
    public List<ClientKey> keys(String client) {
        return proving.keys(client);
    }

    /**
     * Takes a public key, PEM (SubjectPublicKeyInfo) or JWK (RFC 7517): RSA from 2048 bits or EC
     * P-256. Several stand beside each other, so that one can take over from another.
     */
    public KeyRegistration register(
            CurrentClient client, String text, CurrentOfficer administrator) {
        return proving.register(client, text, administrator);
    }

    /**
     * Counts from the next request on: tokens that the client has, by whichever of its keys, end
     * too, and it asks for new ones. False if there is none.
     */
    public boolean remove(String client, String fingerprint, CurrentOfficer administrator) {
        return proving.remove(client, fingerprint, administrator);
    }

    /** The newest first, those that are past too. */
    public List<ClientCertificate> certificates(String client) {
        return proving.certificates(client);
    }

    public Optional<ClientCertificate> certificate(String client, String fingerprint) {
        return proving.certificate(client, fingerprint);
    }

    /**
     * Signs a certificate request (PKCS#10, PEM) for a year, in the client's name whatever the
     * request calls it; or takes a certificate (PEM) that an authority of {@code
     * dargah.tls.authorities} has signed.
     */
    public Certification certify(CurrentClient client, String text, CurrentOfficer administrator) {
        return proving.certify(client, text, administrator);
    }

    /** Counts from the next request on. False if there is none that is valid. */
    public boolean revoke(String client, String fingerprint, CurrentOfficer administrator) {
        return proving.revoke(client, fingerprint, administrator);
    }

    /**
     * What a program connects with beside its private key: the certificate, its authority's; PEM.
     */
    public String chain(ClientCertificate certificate) {
        return proving.chain(certificate);
    }
}
