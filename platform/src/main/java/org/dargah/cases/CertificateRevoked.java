package org.dargah.cases;

import java.time.Instant;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.Province;
import org.dargah.kernel.ServiceCode;

/** A document was taken back; from now on whoever checks it reads so. */
public record CertificateRevoked(
        Province province,
        CaseId caseId,
        ServiceCode service,
        DocumentId certificate,
        Instant revokedAt) {}
