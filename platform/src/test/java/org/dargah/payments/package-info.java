/** Scenarios of paying. */
@NullMarked
package org.dargah.payments;

import org.jspecify.annotations.NullMarked;
