package org.dargah.identity;

/**
 * By what the program of the current request proved who it is; a controller gets it by naming it as
 * an argument.
 */
public enum Proof {
    /** A token of ours, in the header {@code Authorization}. */
    TOKEN,
    /** A client certificate; a header {@code Authorization} is then meant for somebody else. */
    CERTIFICATE
}
