package org.dargah.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;
import org.dargah.kernel.ServiceCode;
import org.dargah.kernel.TrackingCode;

/** A person's request reached the agency; its statutory time runs. */
public record CaseSubmitted(
        Province province,
        CaseId caseId,
        ServiceCode service,
        AgencyCode agency,
        TrackingCode tracking,
        Instant at,
        LocalDate dueOn) {}
