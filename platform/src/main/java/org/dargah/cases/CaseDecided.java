package org.dargah.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.dargah.kernel.ServiceCode;

/** The agency decided, by an officer or by the rules of the service. */
public record CaseDecided(
        Province province,
        CaseId caseId,
        ServiceCode service,
        AgencyCode agency,
        boolean approved,
        Instant submittedAt,
        LocalDate dueOn,
        Instant at) {}
