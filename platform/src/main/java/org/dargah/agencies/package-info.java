/**
 * Owns the bodies of the province: executive agencies, municipalities, their offices in the
 * counties and what they belong to. Refuses persons; who works where stands with the people.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.dargah.agencies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
