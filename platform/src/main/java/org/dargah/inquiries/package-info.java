/**
 * Owns the ways in which organisations ask registries: one call for those who know no X-Road, and
 * X-Road's messages. Refuses to decide who may ask what: that is the policy of the exchange.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "ui", "evidence", "exchange", "identity"})
package org.dargah.inquiries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
