/** How the parts of documents behave alone. */
@NullMarked
package org.dargah.ui.internal;

import org.jspecify.annotations.NullMarked;
