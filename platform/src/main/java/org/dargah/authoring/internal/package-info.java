/** Tables of drafts, and the round that publishes what was approved for an hour to come. */
@NullMarked
package org.dargah.authoring.internal;

import org.jspecify.annotations.NullMarked;
