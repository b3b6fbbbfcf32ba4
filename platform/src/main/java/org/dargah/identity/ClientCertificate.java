package org.dargah.identity;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate by which a program connects (mutual TLS).
 *
 * @param fingerprint SHA-256 of the certificate (DER), in hexadecimal
 * @param revokedAt when it was taken back, or null
 */
public record ClientCertificate(
        String fingerprint,
        X509Certificate content,
        Instant issuedAt,
        Instant until,
        @Nullable Instant revokedAt) {

    /** Whether it opens the door. */
    public enum State {
        VALID,
        EXPIRED,
        REVOKED
    }

    public State state(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return until.isAfter(now) ? State.VALID : State.EXPIRED;
    }

    public BigInteger serial() {
        return content.getSerialNumber();
    }
}
