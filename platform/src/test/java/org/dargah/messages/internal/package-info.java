/** Scenarios of carrying text messages. */
@NullMarked
package org.dargah.messages.internal;

import org.jspecify.annotations.NullMarked;
