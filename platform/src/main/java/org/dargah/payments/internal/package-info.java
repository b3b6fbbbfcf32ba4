/** The till, its ledger, the wire to the provider and the rounds that find what nobody told. */
@NullMarked
package org.dargah.payments.internal;

import org.jspecify.annotations.NullMarked;
