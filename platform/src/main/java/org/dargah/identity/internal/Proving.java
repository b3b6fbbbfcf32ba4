package org.dargah.identity.internal;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.identity.Certification;
import org.dargah.identity.ClientCertificate;
import org.dargah.identity.ClientKey;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.KeyRegistration;
import org.dargah.identity.ProofFault;
import org.dargah.identity.internal.KeyText.Found;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives programs what they prove themselves with, and takes it back; each an act. */
@Component
public final class Proving {

    /** Two stand while one follows the other; each more is one more to try with a signature. */
    private static final int MOST_KEYS = 5;

    /** One stands while another takes over, for some machines of one program. */
    private static final int MOST_VALID = 10;

    private static final int MOST_LISTED = 100;

    private final ClientKeyRepository keys;
    private final ClientRepository clients;
    private final ClientCertificateRepository certificates;
    private final CertificateAuthority authority;
    private final Footprint footprint;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Proving(
            ClientKeyRepository keys,
            ClientRepository clients,
            ClientCertificateRepository certificates,
            CertificateAuthority authority,
            Footprint footprint,
            Acts acts,
            TransactionTemplate transaction,
            Clock clock) {
        this.keys = keys;
        this.clients = clients;
        this.certificates = certificates;
        this.authority = authority;
        this.footprint = footprint;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    public List<ClientKey> keys(String client) {
        return keys.of(client);
    }

    public KeyRegistration register(
            CurrentClient client, String text, CurrentOfficer administrator) {
        return switch (KeyText.read(text)) {
            case Found.Key(PublicKey key) -> register(client, key, administrator);
            case Found.Wrong(ProofFault why) -> new KeyRegistration.Refused(why);
            case Found.Request request -> new KeyRegistration.Refused(ProofFault.UNREADABLE);
            case Found.Certificate other -> new KeyRegistration.Refused(ProofFault.UNREADABLE);
        };
    }

    private KeyRegistration register(
            CurrentClient client, PublicKey key, CurrentOfficer administrator) {
        if (keys.of(client.id()).size() >= MOST_KEYS) {
            return new KeyRegistration.Refused(ProofFault.TOO_MANY);
        }
        var registered = new ClientKey(Fingerprint.of(key), key, now());
        Entry entry = entry(administrator, client.id(), registered.fingerprint());
        return change(() -> keys.insert(client.id(), registered), Act.CLIENT_KEY_REGISTERED, entry)
                ? new KeyRegistration.Registered(registered)
                : new KeyRegistration.Refused(ProofFault.KNOWN);
    }

    /** As the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Entry entry(CurrentOfficer administrator, String client, String fingerprint) {
        return footprint
                .ofOfficer(administrator)
                .with("client", client)
                .with("fingerprint", fingerprint);
    }

    /** What changed nothing leaves no act. */
    private boolean change(BooleanSupplier step, Act act, Entry entry) {
        return Boolean.TRUE.equals(
                transaction.execute(
                        status -> {
                            boolean changed = step.getAsBoolean();
                            if (changed) {
                                acts.record(act, entry);
                            }
                            return changed;
                        }));
    }

    public boolean remove(String client, String fingerprint, CurrentOfficer administrator) {
        boolean removed =
                change(
                        () -> deleted(client, fingerprint),
                        Act.CLIENT_KEY_REMOVED,
                        entry(administrator, client, fingerprint));
        clients.forget(client);
        return removed;
    }

    /** Which key a token came by is not written in it, so all of the client's end with one. */
    private boolean deleted(String client, String fingerprint) {
        boolean deleted = keys.delete(client, fingerprint);
        if (deleted) {
            clients.endTokens(client, clock.instant());
        }
        return deleted;
    }

    public List<ClientCertificate> certificates(String client) {
        return certificates.of(client, MOST_LISTED);
    }

    public Optional<ClientCertificate> certificate(String client, String fingerprint) {
        return certificates.find(client, fingerprint);
    }

    public Certification certify(CurrentClient client, String text, CurrentOfficer administrator) {
        return switch (KeyText.read(text)) {
            case Found.Request(PublicKey key) ->
                    keep(client, authority.certify(client, key, clock.instant()), administrator);
            case Found.Certificate(X509Certificate other) when authority.isSignedByAnother(other) ->
                    keep(client, other, administrator);
            case Found.Certificate foreign -> new Certification.Refused(ProofFault.UNPROVEN);
            case Found.Wrong(ProofFault why) -> new Certification.Refused(why);
            case Found.Key key -> new Certification.Refused(ProofFault.UNREADABLE);
        };
    }

    private Certification keep(
            CurrentClient client, X509Certificate content, CurrentOfficer administrator) {
        if (certificates.valid(client.id(), clock.instant()) >= MOST_VALID) {
            return new Certification.Refused(ProofFault.TOO_MANY);
        }
        var certificate =
                new ClientCertificate(
                        Fingerprint.of(content),
                        content,
                        now(),
                        content.getNotAfter().toInstant(),
                        null);
        Entry entry = entry(administrator, client.id(), certificate.fingerprint());
        boolean issued =
                change(
                        () -> certificates.insert(client.id(), certificate),
                        Act.CLIENT_CERTIFICATE_ISSUED,
                        entry);
        certificates.forget(certificate.fingerprint());
        return issued
                ? new Certification.Issued(certificate)
                : new Certification.Refused(ProofFault.KNOWN);
    }

    public boolean revoke(String client, String fingerprint, CurrentOfficer administrator) {
        boolean revoked =
                change(
                        () -> certificates.revoke(client, fingerprint, clock.instant()),
                        Act.CLIENT_CERTIFICATE_REVOKED,
                        entry(administrator, client, fingerprint));
        certificates.forget(fingerprint);
        return revoked;
    }

    public String chain(ClientCertificate certificate) {
        return Pem.of(certificate.content()) + Pem.of(authority.authority());
    }
}
