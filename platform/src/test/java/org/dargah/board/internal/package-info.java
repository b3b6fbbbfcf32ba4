/** From events to numbers, and who sees them. */
@org.jspecify.annotations.NullMarked
package org.dargah.board.internal;
