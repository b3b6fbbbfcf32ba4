/** Pages that lead people to everything else, and the header over all of them. */
@NullMarked
package org.dargah.portal.web;

import org.jspecify.annotations.NullMarked;
