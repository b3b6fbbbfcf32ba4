package org.dargah.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewingTheServersCertificateTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private Instant now = START;

    private final Clock clock =
            new Clock() {
                @Override
                public java.time.ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            };

    @Test
    void nearItsEndItIsRenewedWhileTheProgramRunsAndTheKeyStays(@TempDir Path data)
            throws Exception {
        var properties = new TlsProperties(0, "127.0.0.1", List.of("localhost"), null, null, null);
        var keys = new TlsKeys(data.toString(), "http://localhost", properties, clock);
        X509Certificate first = keys.server().certificate();

        now = START.plus(Duration.ofDays(700));
        keys.renew();
        assertThat(keys.server().certificate()).isEqualTo(first);

        now = START.plus(Duration.ofDays(740));
        keys.renew();
        X509Certificate renewed = keys.server().certificate();
        assertThat(renewed.getNotAfter().toInstant()).isAfter(START.plus(Duration.ofDays(1_500)));
        assertThat(renewed.getPublicKey()).isEqualTo(first.getPublicKey());
        assertThat(new TlsKeys(data.toString(), "http://localhost", properties, clock).server())
                .extracting(TlsKeys.Entry::certificate)
                .isEqualTo(renewed);
    }
}
