/**
 * Owns drafts of service packs and their way: written, handed in, approved by a second person,
 * published now or at an hour. Refuses to judge a pack itself and to touch a published version: the
 * catalogue does both.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "ui",
            "acts",
            "agencies",
            "documents",
            "identity",
            "catalog",
            "cases"
        })
package org.dargah.authoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
