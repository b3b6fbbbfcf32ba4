/** The public addresses of the log. */
@NullMarked
package org.dargah.evidence.web;

import org.jspecify.annotations.NullMarked;
