package org.dargah.exchange;

/** How much of a record a right lets through, from the least to the most. */
public enum Manner {
    /** Only whether what the asker claims is so. */
    MATCH,
    /** The fields that were asked for. */
    FIELDS,
    /** The registry's message as it is. */
    RECORD;

    public boolean includes(Manner other) {
        return other.compareTo(this) <= 0;
    }
}
