package org.dargah.cases;

import java.time.Instant;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Province;

/**
 * An officer approved a case whose service has an effect; told beside {@link CaseDecided}, so that
 * whoever brings effects about need not hear of every decision there is.
 *
 * @param kind of {@link org.dargah.catalog.EffectKind}
 */
public record EffectApproved(Province province, CaseId caseId, String kind, Instant at) {}
