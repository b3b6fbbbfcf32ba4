package org.dargah.cases.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.dargah.cases.CaseFile;
import org.jspecify.annotations.Nullable;

/** A case in a few words, without anything of the person. */
record CaseBrief(
        @Schema(example = "KR-7KQ4-M9XT") String trackingCode,
        @Schema(
                        description = "Where the case stands",
                        allowableValues = {
                            "draft",
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
                @Nullable Payment payment) {

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
                null);
    }

    CaseBrief toPay(long amount, URI url) {
        return new CaseBrief(
                trackingCode, stage, service, submittedAt, dueOn, new Payment(amount, url));
    }
}
