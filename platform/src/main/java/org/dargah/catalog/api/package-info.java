/** What programs of other bodies see and do, as resources under {@code /api/v1}. */
@NullMarked
package org.dargah.catalog.api;

import org.jspecify.annotations.NullMarked;
