/** Scenarios of the record of acts. */
@NullMarked
package org.dargah.acts;

import org.jspecify.annotations.NullMarked;
