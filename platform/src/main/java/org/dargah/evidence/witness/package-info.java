/** A witness: its own small process that cosigns only consistent growth; plain Java. */
@NullMarked
package org.dargah.evidence.witness;

import org.jspecify.annotations.NullMarked;
