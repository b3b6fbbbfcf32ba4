/** Pages of the machine. */
@NullMarked
package org.dargah.machine.web;

import org.jspecify.annotations.NullMarked;
