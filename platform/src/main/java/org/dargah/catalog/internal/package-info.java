/** How packs are read, checked, kept and searched. */
@NullMarked
package org.dargah.catalog.internal;

import org.jspecify.annotations.NullMarked;
