/** The small HTTP ground: routes, calls, answers. */
@NullMarked
package org.dargah.sandbox.http;

import org.jspecify.annotations.NullMarked;
