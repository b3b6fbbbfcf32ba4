package org.dargah.kernel;

/** The way on which something came to be done. */
public enum Channel {
    /** The person's own browser. */
    PORTAL,
    /** A counter office, for the person. */
    COUNTER,
    /** Another program, through the API. */
    API,
    /** Dargah itself, by a rule or a timer. */
    SYSTEM
}
