/**
 * Owns the page on which whoever keeps the machine sees how it feels, and hands dead jobs to the
 * engine once more. Refuses to measure: it shows the very figures that each module gives to
 * Prometheus, and nothing of a person.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "ui", "exchange", "identity", "cases"})
package org.dargah.machine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
