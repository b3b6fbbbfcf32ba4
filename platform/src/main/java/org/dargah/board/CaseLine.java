package org.dargah.board;

import java.time.LocalDate;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.ServiceCode;
import org.dargah.kernel.TrackingCode;
import org.jspecify.annotations.Nullable;

/**
 * One case in a list behind a number.
 *
 * @param tracking null until the news of its submission came
 * @param office the body that decides
 * @param waiting true while the applicant has to act and the time stands still
 * @param days from handing in to the decision, with fractions
 * @param onTime null until the decision
 */
public record CaseLine(
        CaseId id,
        @Nullable TrackingCode tracking,
        AgencyCode office,
        ServiceCode service,
        LocalDate submittedOn,
        LocalDate dueOn,
        boolean waiting,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate withdrawnOn,
        @Nullable Double days,
        @Nullable Boolean onTime,
        @Nullable Integer score) {

    public boolean isOpen() {
        return decidedOn == null && withdrawnOn == null;
    }
}
