/** How people come in, told as scenarios. */
@NullMarked
package org.dargah.identity;

import org.jspecify.annotations.NullMarked;
