/**
 * Owns what becomes of an organisation's request for access: it says before the decision what a
 * right would allow and what hinders it, and grants the right when the agency has approved. Refuses
 * to decide anything itself, and to give a right to anybody but the program that brought the case.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "ui",
            "acts",
            "agencies",
            "exchange",
            "identity",
            "inquiries",
            "catalog",
            "cases"
        })
package org.dargah.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
