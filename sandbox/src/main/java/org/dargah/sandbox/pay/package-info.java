/** The payment provider: requests, the page where a person pays, verification, refunds. */
@NullMarked
package org.dargah.sandbox.pay;

import org.jspecify.annotations.NullMarked;
