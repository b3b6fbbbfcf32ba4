/** X-Road's REST message protocol, version r1, and its metadata services. */
@NullMarked
package org.dargah.inquiries.xroad;

import org.jspecify.annotations.NullMarked;
