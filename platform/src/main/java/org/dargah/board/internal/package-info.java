/** What fills and reads the boards' table. */
@NullMarked
package org.dargah.board.internal;

import org.jspecify.annotations.NullMarked;
