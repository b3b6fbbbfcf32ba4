/** People's whole ways through the running program, in a browser. */
@org.jspecify.annotations.NullMarked
package org.dargah.journey;
