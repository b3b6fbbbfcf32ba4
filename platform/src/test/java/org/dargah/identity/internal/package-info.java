/** How people come in, told as scenarios. */
@NullMarked
package org.dargah.identity.internal;

import org.jspecify.annotations.NullMarked;
