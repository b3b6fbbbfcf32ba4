/** How identity is confirmed, sealed, limited and kept in sessions. */
@NullMarked
package org.dargah.identity.internal;

import org.jspecify.annotations.NullMarked;
