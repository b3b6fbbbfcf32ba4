/**
 * Owns how pages look and speak: layout, components, the two languages, error pages and the headers
 * that keep a page strict. Refuses to know what any page is about; upper modules hand it values.
 */
@NullMarked
@ApplicationModule(
        displayName = "Pages",
        allowedDependencies = {"kernel"})
package org.dargah.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
