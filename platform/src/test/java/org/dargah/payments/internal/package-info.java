/** Scenarios of what goes wrong between the provider and us. */
@NullMarked
package org.dargah.payments.internal;

import org.jspecify.annotations.NullMarked;
