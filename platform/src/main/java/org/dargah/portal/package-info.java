/**
 * Owns what a citizen meets first: the home page, the list of services, help, and the header of
 * every page. Refuses rules and tables of its own; it shows what lower floors say.
 */
@NullMarked
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {
            "kernel",
            "ui",
            "acts",
            "agencies",
            "places",
            "identity",
            "inquiries",
            "catalog"
        })
package org.dargah.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
