/**
 * Owns what Dargah tells people outside its pages: text messages, kept with the deed that they
 * announce and carried to the gateway until it has them. Refuses to write the text itself, and to
 * keep a text or a number longer than its delivery needs.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "acts"})
package org.dargah.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
