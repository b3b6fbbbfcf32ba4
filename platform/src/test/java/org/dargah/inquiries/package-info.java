@NullMarked
package org.dargah.inquiries;

import org.jspecify.annotations.NullMarked;
