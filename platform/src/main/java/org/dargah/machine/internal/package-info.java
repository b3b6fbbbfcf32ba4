/** What the figures mean. */
@NullMarked
package org.dargah.machine.internal;

import org.jspecify.annotations.NullMarked;
