/** Complaints and the count of look-ups, as they are stored. */
@NullMarked
package org.dargah.inquiries.internal;

import org.jspecify.annotations.NullMarked;
