/**
 * Owns the demo's history: months of cases that an outsider makes through the program's own doors
 * while the one clock travels. Refuses tables, every module's types but the kernel's, and to exist
 * outside the demo.
 */
@NullMarked
@ApplicationModule(
        displayName = "Demo history",
        allowedDependencies = {"kernel"})
package org.dargah.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
