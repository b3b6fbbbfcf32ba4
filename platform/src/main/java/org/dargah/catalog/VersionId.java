package org.dargah.catalog;

import java.util.UUID;

/**
 * One immutable version of a service. It is made from the content of the pack (a UUID of version 8,
 * RFC 9562, of its SHA-256), so the same pack has the same id on every machine.
 */
public record VersionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
