package org.dargah.catalog;

import java.time.Instant;
import org.dargah.kernel.ServiceCode;

/** A version of a service became the current one: new cases take it, running ones keep theirs. */
public record ServicePublished(ServiceCode code, VersionId version, int number, Instant at) {}
