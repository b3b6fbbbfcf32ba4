package org.dargah.cases;

import java.time.Instant;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.Province;
import org.dargah.kernel.ServiceCode;

/** A signed document was made for an approved case. */
public record CertificateIssued(
        Province province, CaseId caseId, ServiceCode service, DocumentId document, Instant at) {}
