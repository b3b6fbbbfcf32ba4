package org.dargah.identity;

/** What is wrong with a key, a certificate request or a certificate that somebody brought. */
public enum ProofFault {
    /** Neither of the forms that are taken, or broken. */
    UNREADABLE,
    /** A private key: it must not leave its owner, and is spent by having been shown. */
    PRIVATE,
    /** Other than RSA of 2048 to 8192 bits and EC P-256. */
    WEAK,
    /** Whoever asks does not hold the private key, or no authority that is trusted has signed. */
    UNPROVEN,
    /** There already. */
    KNOWN,
    /** As many as a program may have are there. */
    TOO_MANY
}
