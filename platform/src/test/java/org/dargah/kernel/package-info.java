/** Scenarios of the kernel's values. */
@NullMarked
package org.dargah.kernel;

import org.jspecify.annotations.NullMarked;
