/** Reading the province's file of agencies. */
@NullMarked
package org.dargah.agencies.internal;

import org.jspecify.annotations.NullMarked;
