/** The appender, the checkpoints, the witnesses asked, and the rows. */
@NullMarked
package org.dargah.evidence.internal;

import org.jspecify.annotations.NullMarked;
