package org.dargah.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.dargah.kernel.ServiceCode;

/** An officer prolonged the statutory time, to a later day. */
public record TermExtended(
        Province province,
        CaseId caseId,
        ServiceCode service,
        AgencyCode agency,
        Instant at,
        LocalDate dueOn) {}
