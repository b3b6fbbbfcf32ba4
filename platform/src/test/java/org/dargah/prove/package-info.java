/** Long proofs, run by {@code ./dargah prove}, not with the tests. */
@org.jspecify.annotations.NullMarked
package org.dargah.prove;
