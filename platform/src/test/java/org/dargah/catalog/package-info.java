/** Stories of services: declared, published, found, filled in, decided by rule. */
@NullMarked
package org.dargah.catalog;

import org.jspecify.annotations.NullMarked;
