package org.dargah.documents;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a stranger learns who checks a certificate, by its code or by the file itself. */
public sealed interface Verification {

    /** The public face of a certificate. */
    record Face(
            String title,
            String agencyTitle,
            String number,
            String holderMasked,
            Instant issuedAt,
            @Nullable LocalDate validUntil) {}

    /** Issued here and standing. By code it says so of the certificate, not of any paper. */
    record Genuine(Face face, boolean expired) implements Verification {}

    /** Issued here, and taken back since. */
    record Revoked(Face face, Instant at, String reason) implements Verification {}

    /** Issued here, and another certificate stands in its place since. */
    record Replaced(Face face, Instant at) implements Verification {}

    /**
     * The file is not what was signed.
     *
     * @param original what was issued under the code that the file bears, when there is such
     */
    record Altered(@Nullable Face original) implements Verification {}

    /** Nothing of ours. */
    record Unknown() implements Verification {}
}
