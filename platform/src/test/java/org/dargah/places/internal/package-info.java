/** Scenarios of the calendar. */
@NullMarked
package org.dargah.places.internal;

import org.jspecify.annotations.NullMarked;
