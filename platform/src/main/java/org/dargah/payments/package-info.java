/**
 * Owns the money that people are asked for: payments, the provider's word on each, the ledger by
 * agency, refunds. Refuses to believe a browser about money, to know what a payment is for beyond
 * its key, and to ask anybody twice for one thing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "acts", "ui"})
package org.dargah.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
