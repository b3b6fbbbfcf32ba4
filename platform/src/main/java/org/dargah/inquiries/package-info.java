/**
 * Owns the ways in which organisations and officials ask registries, and what the people who were
 * asked about see of it and say to it. Refuses to decide who may ask what: that is the policy of
 * the exchange.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "ui",
            "acts",
            "agencies",
            "messages",
            "evidence",
            "exchange",
            "identity"
        })
package org.dargah.inquiries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
