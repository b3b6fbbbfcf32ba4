/** How documents are printed, signed, kept and checked. */
@NullMarked
package org.dargah.documents.internal;

import org.jspecify.annotations.NullMarked;
