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
 * @param replacement null while no newer one stands in its place
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
        @Nullable Revocation revocation,
        @Nullable Replacement replacement) {

    /** When and why it was revoked; the reason is shown to whoever checks it. */
    public record Revocation(Instant at, String reason) {}

    /** Since when another certificate stands in its place. */
    public record Replacement(Instant at, DocumentId by) {}

    /** True while neither taken back nor replaced; it may have ended by its date all the same. */
    public boolean stands() {
        return revocation == null && replacement == null;
    }

    @Override
    public String toString() {
        return "Certificate[" + id + (stands() ? "]" : " no longer stands]");
    }
}
