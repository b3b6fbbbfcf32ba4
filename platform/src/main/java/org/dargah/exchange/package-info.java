/**
 * Owns questions to registries: which registries exist, who may ask them what and why, the asking
 * itself, and the evidence that every question leaves. Refuses to keep an answer: values pass
 * through to the one who asked, and are held in memory for a while only where a declaration allows
 * it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "ui", "acts", "agencies", "evidence"})
package org.dargah.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
