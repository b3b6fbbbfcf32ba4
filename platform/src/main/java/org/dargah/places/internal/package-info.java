/** Reading the province's files. */
@NullMarked
package org.dargah.places.internal;

import org.jspecify.annotations.NullMarked;
