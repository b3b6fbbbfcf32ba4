package org.dargah.identity;

import java.time.Duration;

/** What the SIM registry says of a mobile and a national id. */
public sealed interface Ownership {

    /** The number is theirs. */
    record Theirs() implements Ownership {}

    /** The number is somebody else's, or nobody's. */
    record NotTheirs() implements Ownership {}

    /** No answer came. */
    record Unreachable(Duration retryAfter) implements Ownership {}
}
