/**
 * Owns the values that every module speaks with: identifiers, numbers of people and places, money,
 * dates, working days and Persian text. Refuses anything that needs a database, a network, a
 * framework or the name of a service.
 */
@NullMarked
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
package org.dargah.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
