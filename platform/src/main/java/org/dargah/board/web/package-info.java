/** The boards' pages. */
@NullMarked
package org.dargah.board.web;

import org.jspecify.annotations.NullMarked;
