/**
 * Owns the record of who did what: one line for every act that changes something or reveals a
 * person's data, written in the same transaction and never changed. Refuses to hold personal data
 * itself, and to be rewritten by anyone.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.dargah.acts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
