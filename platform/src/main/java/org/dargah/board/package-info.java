/**
 * Owns the boards: how many cases are open, how many were decided in time and how long people
 * waited, from a table of its own that only the events of cases fill, and what asking registries
 * saved people, as the exchange counts it. Refuses to read another module's tables and to hold
 * anything of a person.
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
            "catalog",
            "cases"
        })
package org.dargah.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
