/** Scenarios of text messages. */
@NullMarked
package org.dargah.messages;

import org.jspecify.annotations.NullMarked;
