package org.dargah.catalog;

import java.time.Instant;

/**
 * A version of a service as lists show it.
 *
 * @param number 1 for the first, then 2, 3, …
 */
public record Published(VersionId id, int number, Instant at) {}
