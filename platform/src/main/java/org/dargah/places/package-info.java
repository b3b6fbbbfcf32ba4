/**
 * Owns where and when the province works: its counties and seats, and the calendar of working days.
 * Refuses bodies, people and addresses of people.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "ui"})
package org.dargah.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
