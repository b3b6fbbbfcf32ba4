/** The sandbox over real HTTP on a real PostgreSQL. */
@NullMarked
package org.dargah.sandbox;

import org.jspecify.annotations.NullMarked;
