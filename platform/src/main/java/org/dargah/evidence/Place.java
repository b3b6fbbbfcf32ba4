package org.dargah.evidence;

import java.util.UUID;

/**
 * Where something stands in the evidence of its province.
 *
 * @param index of its leaf, counted from 0
 * @param id of its record (UUIDv7)
 */
public record Place(long index, UUID id) {}
