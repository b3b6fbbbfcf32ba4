package org.dargah.cases;

import java.time.Instant;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.dargah.kernel.ServiceCode;

/**
 * The applicant said what they thought of an ended case; once a case.
 *
 * @param score 1 to 5, the best
 */
public record CaseRated(
        Province province,
        CaseId caseId,
        ServiceCode service,
        AgencyCode agency,
        int score,
        Instant at) {}
