/** How a request gets its language, its template and its headers. */
@NullMarked
package org.dargah.ui.internal;

import org.jspecify.annotations.NullMarked;
