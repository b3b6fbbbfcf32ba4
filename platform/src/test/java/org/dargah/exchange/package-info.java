/** How the exchange behaves, told as scenarios. */
@NullMarked
package org.dargah.exchange;

import org.jspecify.annotations.NullMarked;
