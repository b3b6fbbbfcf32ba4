/** What anyone runs to check the log from its tiles alone; plain Java. */
@NullMarked
package org.dargah.evidence.verify;

import org.jspecify.annotations.NullMarked;
