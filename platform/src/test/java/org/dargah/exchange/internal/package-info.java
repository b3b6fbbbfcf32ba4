/** How the exchange behaves, told as scenarios. */
@NullMarked
package org.dargah.exchange.internal;

import org.jspecify.annotations.NullMarked;
