package org.dargah.cases.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.NationalId;
import org.jspecify.annotations.Nullable;

/** An application as a program brings it. */
record NewCase(
        @Schema(
                        description = "Agency and code of the service",
                        example = "education/degree-confirmation")
                @Nullable String service,
        @Nullable Applicant applicant,
        @Schema(
                        description =
                                "By the names of the form's fields; dates ISO 8601, numbers as"
                                        + " numbers or text in any digits")
                @Nullable Map<String, @Nullable Object> answers,
        @Schema(
                        description =
                                "Verification code of the document that is renewed, as it stands on"
                                        + " it: for services that renew one, and for no others",
                        example = "08-7KQ4-M9XT-2ABC-DEFG-HJKM-NPQR-STVW")
                @Nullable String renews) {

    /** For whom it is, as they say of themselves; both registries are asked. */
    record Applicant(
            @Schema(description = "10 digits", example = "0012345679") @Nullable String nationalId,
            @Schema(description = "ISO 8601, Gregorian", example = "1991-04-02")
                    @Nullable String birthDate,
            @Schema(
                            description = "A number that the SIM registry knows as theirs",
                            example = "09000000000")
                    @Nullable String mobile) {

        Optional<NationalId> readNationalId() {
            return Optional.ofNullable(nationalId).flatMap(NationalId::parse);
        }

        Optional<LocalDate> readBirthDate() {
            try {
                return Optional.ofNullable(birthDate).map(LocalDate::parse);
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        Optional<Mobile> readMobile() {
            return Optional.ofNullable(mobile).flatMap(Mobile::parse);
        }

        /** Personal data stays out of logs. */
        @Override
        public String toString() {
            return "Applicant";
        }
    }

    @Override
    public String toString() {
        return "NewCase[" + service + "]";
    }
}
