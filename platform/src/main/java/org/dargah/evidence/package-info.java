/**
 * Owns evidence: private records, the public log of commitments to them, its signed checkpoints,
 * the witnesses that cosign its growth, and the receipts that open one record. Refuses to know what
 * a record is about and who may see it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.dargah.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
