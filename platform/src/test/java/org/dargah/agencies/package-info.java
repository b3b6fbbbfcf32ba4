/** Scenarios of the province's agencies. */
@NullMarked
package org.dargah.agencies;

import org.jspecify.annotations.NullMarked;
