/** What documents promises. */
@NullMarked
package org.dargah.documents;

import org.jspecify.annotations.NullMarked;
