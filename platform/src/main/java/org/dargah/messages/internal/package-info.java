/** The outbox of text messages and the courier that empties it. */
@NullMarked
package org.dargah.messages.internal;

import org.jspecify.annotations.NullMarked;
