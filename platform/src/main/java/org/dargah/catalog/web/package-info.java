/** The pages on which people find a service and read what it asks of them. */
@NullMarked
package org.dargah.catalog.web;

import org.jspecify.annotations.NullMarked;
