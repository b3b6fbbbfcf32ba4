/**
 * Who lives in the sandbox: personas, a generated crowd, their addresses, and where they are kept.
 */
@NullMarked
package org.dargah.sandbox.people;

import org.jspecify.annotations.NullMarked;
