/** Pages about requests for access. */
@NullMarked
package org.dargah.access.web;

import org.jspecify.annotations.NullMarked;
