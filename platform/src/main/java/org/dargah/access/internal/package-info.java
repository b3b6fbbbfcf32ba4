/** How an approved request becomes a right. */
@NullMarked
package org.dargah.access.internal;

import org.jspecify.annotations.NullMarked;
