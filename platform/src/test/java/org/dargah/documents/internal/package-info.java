/** How the parts of documents behave alone. */
@NullMarked
package org.dargah.documents.internal;

import org.jspecify.annotations.NullMarked;
