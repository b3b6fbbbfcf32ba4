package org.dargah.cases;

import java.time.Instant;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.dargah.kernel.ServiceCode;

/** The agency asked the applicant to mend something; the statutory time stands still. */
public record CorrectionRequested(
        Province province, CaseId caseId, ServiceCode service, AgencyCode agency, Instant at) {}
