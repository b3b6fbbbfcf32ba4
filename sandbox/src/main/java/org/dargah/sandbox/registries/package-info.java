/** The registries that agencies ask: civil, SIM, military service, degrees, post. */
@NullMarked
package org.dargah.sandbox.registries;

import org.jspecify.annotations.NullMarked;
