/**
 * Owns the values that every module speaks with: identifiers, numbers of people and places, money,
 * dates, working days and Persian text. Refuses anything that needs a database, a network, a
 * framework or the name of a service.
 */
@NullMarked
package org.dargah.kernel;

import org.jspecify.annotations.NullMarked;
