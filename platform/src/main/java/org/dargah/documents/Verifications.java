package org.dargah.documents;

import java.time.Clock;
import java.time.LocalDate;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.documents.internal.CertificateRows;
import org.dargah.documents.internal.Checking;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.Tehran;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The public check of certificates. Whoever asks stays unknown; that somebody asked is recorded.
 */
@Component
public final class Verifications {

    private static final Actor STRANGER =
            Actor.system("verify", "کسی که درستی سند را در صفحهٔ راستی‌آزمایی دید");
    private static final Purpose WHY = new Purpose("verify-certificate");

    private final CertificateRows rows;
    private final Checking checking;
    private final Acts acts;
    private final Clock clock;
    private final Province home;
    private final TransactionOperations transaction;

    Verifications(
            CertificateRows rows,
            Checking checking,
            Acts acts,
            Clock clock,
            @Value("${dargah.province}") String home,
            TransactionOperations transaction) {
        this.rows = rows;
        this.checking = checking;
        this.acts = acts;
        this.clock = clock;
        this.home = new Province(home);
        this.transaction = transaction;
    }

    /** What was issued under a code. Never {@link Verification.Altered}: no file is seen. */
    public Verification verify(VerificationCode code) {
        return rows.byCode(code.province(), code)
                .map(this::standing)
                .orElseGet(Verification.Unknown::new);
    }

    /** Whether a file is, byte for byte, one that was issued here. */
    public Verification verify(byte[] pdf) {
        return checking.same(home, pdf)
                .map(this::standing)
                .or(() -> checking.claimed(home, pdf).map(this::altered))
                .orElseGet(
                        () ->
                                checking.bearsOurSeal(pdf)
                                        ? new Verification.Altered(null)
                                        : new Verification.Unknown());
    }

    private Verification standing(Certificate certificate) {
        record(certificate);
        Certificate.Revocation revocation = certificate.revocation();
        if (revocation != null) {
            return new Verification.Revoked(
                    face(certificate), revocation.at(), revocation.reason());
        }
        Certificate.Replacement replacement = certificate.replacement();
        if (replacement != null) {
            return new Verification.Replaced(face(certificate), replacement.at());
        }
        LocalDate until = certificate.validUntil();
        return new Verification.Genuine(
                face(certificate), until != null && until.isBefore(Tehran.today(clock)));
    }

    private Verification altered(Certificate certificate) {
        record(certificate);
        return new Verification.Altered(face(certificate));
    }

    private static Verification.Face face(Certificate certificate) {
        return new Verification.Face(
                certificate.title(),
                certificate.agencyTitle(),
                certificate.number(),
                certificate.holderMasked(),
                certificate.issuedAt(),
                certificate.validUntil());
    }

    private void record(Certificate certificate) {
        Entry entry =
                Entry.by(certificate.province(), STRANGER, Channel.PORTAL, WHY)
                        .about(certificate.holder())
                        .in(certificate.caseId())
                        .with("document", certificate.id().toString());
        transaction.executeWithoutResult(status -> acts.record(Act.CERTIFICATE_VERIFIED, entry));
    }
}
