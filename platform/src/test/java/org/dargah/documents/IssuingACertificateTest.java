package org.dargah.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dargah.DargahTest;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DargahTest
class IssuingACertificateTest {

    @Autowired Certificates certificates;
    @Autowired Verifications verifications;
    @Autowired Acts acts;

    private final Sample sample = new Sample();

    private byte[] file(Certificate certificate) throws IOException {
        return switch (certificates.open(Sample.KERMAN, certificate.id(), sample.citizen())) {
            case Opening.Opened opened -> opened.content().getContentAsByteArray();
            case Opening.Missing() -> throw new AssertionError("the certificate is missing");
        };
    }

    private List<Act> recorded() {
        return acts.ofCase(Sample.KERMAN, sample.caseId).stream().map(line -> line.act()).toList();
    }

    @Test
    void theFileAndTheCodeAreGenuine() throws IOException {
        Certificate certificate = certificates.issue(sample.order(null), sample.officer());

        assertThat(recorded()).containsExactly(Act.CERTIFICATE_ISSUED);
        assertThat(verifications.verify(certificate.code()))
                .isInstanceOfSatisfying(
                        Verification.Genuine.class,
                        genuine -> {
                            assertThat(genuine.expired()).isFalse();
                            assertThat(genuine.face().title()).isEqualTo("گواهی تأیید تحصیلات");
                            assertThat(genuine.face().holderMasked()).isEqualTo("ن••• ن•••");
                        });
        assertThat(verifications.verify(file(certificate)))
                .isInstanceOf(Verification.Genuine.class);
        assertThat(recorded())
                .containsExactlyInAnyOrder(
                        Act.CERTIFICATE_ISSUED,
                        Act.CERTIFICATE_VERIFIED,
                        Act.CERTIFICATE_DOWNLOADED,
                        Act.CERTIFICATE_VERIFIED);
    }

    @Test
    void theSameOrderTwiceIsOneCertificate() {
        Order order = sample.order(null);
        Certificate first = certificates.issue(order, sample.officer());
        assertThat(certificates.issue(order, sample.officer())).isEqualTo(first);
        assertThat(certificates.ofCase(Sample.KERMAN, sample.caseId)).containsExactly(first);
        assertThat(recorded()).containsExactly(Act.CERTIFICATE_ISSUED);
    }

    @Test
    void aChangedFileIsAlteredWhateverByteWasChanged() throws IOException {
        Certificate certificate = certificates.issue(sample.order(null), sample.officer());
        byte[] file = file(certificate);
        for (int part = 0; part < 8; part++) {
            byte[] changed = file.clone();
            changed[(changed.length - 1) * part / 7] ^= 1;
            assertThat(verifications.verify(changed))
                    .as("byte %s", (file.length - 1) * part / 7)
                    .isInstanceOf(Verification.Altered.class);
        }
    }

    @Test
    void aRevokedOneSaysWhy() {
        Certificate certificate = certificates.issue(sample.order(null), sample.officer());
        assertThat(revoke(certificate, "درخواست دارنده")).isInstanceOf(Revoking.Done.class);
        assertThat(revoke(certificate, "دلیل دیگر")).isInstanceOf(Revoking.AlreadyRevoked.class);
        assertThat(verifications.verify(certificate.code()))
                .isInstanceOfSatisfying(
                        Verification.Revoked.class,
                        revoked -> assertThat(revoked.reason()).isEqualTo("درخواست دارنده"));
        assertThat(recorded()).contains(Act.CERTIFICATE_REVOKED);
    }

    private Revoking revoke(Certificate certificate, String reason) {
        return certificates.revoke(Sample.KERMAN, certificate.id(), reason, sample.officer());
    }

    @Test
    void anExpiredOneIsGenuineButExpired() {
        LocalDate yesterday = LocalDate.now(Sample.CLOCK).minusDays(2);
        Certificate certificate = certificates.issue(sample.order(yesterday), sample.officer());
        assertThat(verifications.verify(certificate.code()))
                .isInstanceOfSatisfying(
                        Verification.Genuine.class,
                        genuine -> assertThat(genuine.expired()).isTrue());
    }

    @Test
    void anOfficerWhoOpensItHasLookedAtTheHoldersData() {
        Certificate certificate = certificates.issue(sample.order(null), sample.officer());
        certificates.open(Sample.KERMAN, certificate.id(), sample.officer());
        assertThat(acts.about(Sample.KERMAN, sample.person, null, 10).acts())
                .extracting(line -> line.act())
                .contains(Act.FILE_OPENED);
    }

    @Test
    void aCodeNobodyGaveIsUnknown() {
        assertThat(verifications.verify(VerificationCode.next(Sample.KERMAN)))
                .isInstanceOf(Verification.Unknown.class);
        assertThat(verifications.verify("%PDF-1.7 else".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Verification.Unknown.class);
    }

    @Test
    void aHundredAtOnceAreAHundredCertificates() throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Certificate> issue =
                    () -> certificates.issue(sample.order(null), sample.officer());
            Set<VerificationCode> codes = new HashSet<>();
            for (Future<Certificate> issued : many.invokeAll(Collections.nCopies(100, issue))) {
                codes.add(issued.get().code());
            }
            assertThat(codes).hasSize(100);
        }
        assertThat(certificates.ofCase(Sample.KERMAN, sample.caseId)).hasSize(100);
    }
}
