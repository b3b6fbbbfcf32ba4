/** Signed notes, checkpoints and cosignatures as C2SP writes them; plain Java. */
@NullMarked
package org.dargah.evidence.note;

import org.jspecify.annotations.NullMarked;
