package org.dargah.identity;

import org.dargah.kernel.PersonId;

/** How a sign-in by passkey ended. */
public sealed interface PasskeyCheck {

    /** They are signed in. */
    record Recognised(PersonId person) implements PasskeyCheck {}

    /** What came is not what a browser answers. */
    record Unreadable() implements PasskeyCheck {}

    /**
     * The key is not known here, answers no challenge of this session, came too late, or its proof
     * does not hold. A stranger does not learn which.
     */
    record NotRecognised() implements PasskeyCheck {}

    /** The key is right, but the civil registry says no, or nothing; or there were too many. */
    record Stopped(SignInStep.Stopped why) implements PasskeyCheck {}
}
