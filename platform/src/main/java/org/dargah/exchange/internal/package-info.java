/** How a registry is declared, decided upon, asked and witnessed. */
@NullMarked
package org.dargah.exchange.internal;

import org.jspecify.annotations.NullMarked;
