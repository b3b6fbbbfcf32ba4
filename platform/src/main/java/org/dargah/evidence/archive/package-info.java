/** The private records of months that are over, as files that hold on to each other. */
@NullMarked
package org.dargah.evidence.archive;

import org.jspecify.annotations.NullMarked;
