/** Switches that make one part of the outside world slow, broken or silent. */
@NullMarked
package org.dargah.sandbox.control;

import org.jspecify.annotations.NullMarked;
