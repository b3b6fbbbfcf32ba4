/**
 * Owns cases: applications, their processes, tasks, decisions and deadlines; the only module that
 * knows the process engine. Refuses to know a service by name: what a service asks for stands in
 * its pack.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "ui",
            "acts",
            "agencies",
            "places",
            "messages",
            "documents",
            "exchange",
            "payments",
            "identity",
            "catalog"
        })
package org.dargah.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
