package org.dargah.documents;

import java.time.Instant;
import java.time.LocalDate;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that was issued.
 *
 * @param holderMasked the holder's name as strangers see it
 * @param validUntil the last day on which it counts, or null when it does not end
 * @param revocation null while it stands
 */
public record Certificate(
        Province province,
        DocumentId id,
        VerificationCode code,
        PersonId holder,
        String holderMasked,
        @Nullable CaseId caseId,
        String title,
        String number,
        AgencyCode agency,
        String agencyTitle,
        Instant issuedAt,
        @Nullable LocalDate validUntil,
        @Nullable Revocation revocation) {

    /** When and why it was revoked; the reason is shown to whoever checks it. */
    public record Revocation(Instant at, String reason) {}

    @Override
    public String toString() {
        return "Certificate[" + id + (revocation == null ? "]" : " revoked]");
    }
}
