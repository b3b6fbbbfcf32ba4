/** Where the provider sends browsers back to. */
@NullMarked
package org.dargah.payments.web;

import org.jspecify.annotations.NullMarked;
