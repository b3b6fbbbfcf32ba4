/**
 * Owns what agencies offer: service packs, their immutable versions, forms, rules and search.
 * Refuses to know any service by name, any case, and any person: what a rule needs is handed in.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "ui", "acts", "agencies", "documents", "exchange"})
package org.dargah.catalog;

import org.jspecify.annotations.NullMarked;
