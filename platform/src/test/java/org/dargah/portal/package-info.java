/** Tests of what a citizen meets first. */
@NullMarked
package org.dargah.portal;

import org.jspecify.annotations.NullMarked;
