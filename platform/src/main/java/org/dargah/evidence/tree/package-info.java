/** The Merkle tree of the log after RFC 6962, its tiles and its proofs; plain Java. */
@NullMarked
package org.dargah.evidence.tree;

import org.jspecify.annotations.NullMarked;
