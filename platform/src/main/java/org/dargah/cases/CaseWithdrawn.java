package org.dargah.cases;

import java.time.Instant;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.dargah.kernel.ServiceCode;

/** The applicant took an open case back; nobody decides it any more. */
public record CaseWithdrawn(
        Province province, CaseId caseId, ServiceCode service, AgencyCode agency, Instant at) {}
