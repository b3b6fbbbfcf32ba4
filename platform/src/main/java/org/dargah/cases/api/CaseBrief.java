package org.dargah.cases.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dargah.cases.CaseFile;
import org.jspecify.annotations.Nullable;

/** A case in a few words, without anything of the person. */
record CaseBrief(
        @Schema(example = "KR-7KQ4-M9XT") String trackingCode,
        @Schema(
                        description = "Where the case stands",
                        allowableValues = {
                            "draft",
                            "awaiting-signatures",
                            "awaiting-payment",
                            "submitted",
                            "reviewing",
                            "awaiting-applicant",
                            "awaiting-registry",
                            "approved",
                            "refused",
                            "withdrawn"
                        })
                String stage,
        @Schema(description = "Agency and code of the service") String service,
        @Nullable Instant submittedAt,
        @Schema(description = "The last day of the statutory time, Gregorian, in Tehran")
                @Nullable LocalDate dueOn,
        @Schema(description = "What is to be paid before the agency gets the case")
                @Nullable Payment payment,
        @Schema(
                        description =
                                "Those who ask together with the applicant, each of whom signs in"
                                        + " their own account before anything goes on; told where"
                                        + " one case is answered, and null where nobody else asks")
                @Nullable List<Signing> signatures) {

    /**
     * @param nationalId masked but for its last three digits
     */
    record Signing(
            @Schema(example = "•••••••011") String nationalId,
            @Schema(allowableValues = {"asked", "given", "refused"}) String state,
            @Nullable Instant answeredAt) {}

    /**
     * @param amount in rials
     * @param url where the payer pays; asked again, another address may be given
     */
    record Payment(long amount, URI url) {}

    static CaseBrief of(CaseFile file, String service) {
        return new CaseBrief(
                file.tracking().text(),
                file.stage().code(),
                service,
                file.submittedAt(),
                file.dueOn(),
                null,
                null);
    }

    CaseBrief signedBy(List<Signing> people) {
        return people.isEmpty()
                ? this
                : new CaseBrief(trackingCode, stage, service, submittedAt, dueOn, payment, people);
    }

    CaseBrief toPay(long amount, URI url) {
        return new CaseBrief(
                trackingCode,
                stage,
                service,
                submittedAt,
                dueOn,
                new Payment(amount, url),
                signatures);
    }
}
