/** The table of acts. */
@NullMarked
package org.dargah.acts.internal;

import org.jspecify.annotations.NullMarked;
