/** Asking a registry in one call, as a resource under {@code /api/v1}. */
@NullMarked
package org.dargah.inquiries.api;

import org.jspecify.annotations.NullMarked;
