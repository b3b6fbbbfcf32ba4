package org.dargah.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.dargah.kernel.ServiceCode;

/** The applicant sent what was asked for; the statutory time runs on, to a later day. */
public record CorrectionSent(
        Province province,
        CaseId caseId,
        ServiceCode service,
        AgencyCode agency,
        Instant at,
        LocalDate dueOn) {}
