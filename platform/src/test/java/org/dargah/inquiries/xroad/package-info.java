@NullMarked
package org.dargah.inquiries.xroad;

import org.jspecify.annotations.NullMarked;
