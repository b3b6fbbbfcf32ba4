package org.dargah.exchange;

/** Why no answer came from a registry. */
public enum Failure {
    /** It took longer than its declaration allows. */
    TOO_SLOW,
    /** No connection, or it broke before an answer. */
    NO_CONNECTION,
    /** It answered with an error of its own. */
    REGISTRY_ERROR,
    /** What it answered cannot be read, or lacks its declared form. */
    UNREADABLE,
    /** Its answer is larger than its declaration allows. */
    TOO_LARGE,
    /** As many questions as its declaration allows are already waiting for it. */
    BUSY,
    /** It failed too often just now and is left in peace for a while. */
    RESTING,
    /** Its address is not set, or lies where no registry may be. */
    NO_ADDRESS
}
