package org.dargah.documents;

/** How revoking a certificate ended. */
public sealed interface Revoking {

    /** From now on whoever checks it reads that it was revoked, and why. */
    record Done() implements Revoking {}

    /** It had been revoked before; the first time and reason stay. */
    record AlreadyRevoked(Certificate.Revocation revocation) implements Revoking {}

    /** There is none of this id. */
    record Missing() implements Revoking {}
}
