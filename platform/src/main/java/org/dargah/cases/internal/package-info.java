/** Rules, tables and jobs of cases. */
@NullMarked
package org.dargah.cases.internal;

import org.jspecify.annotations.NullMarked;
