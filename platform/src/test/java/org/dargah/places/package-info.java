/** Scenarios of the province's places. */
@NullMarked
package org.dargah.places;

import org.jspecify.annotations.NullMarked;
