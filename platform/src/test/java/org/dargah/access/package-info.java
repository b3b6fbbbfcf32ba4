/** Stories of organisations that ask to be allowed to ask. */
@NullMarked
package org.dargah.access;

import org.jspecify.annotations.NullMarked;
