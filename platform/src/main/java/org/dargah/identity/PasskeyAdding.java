package org.dargah.identity;

/** How adding a passkey ended. */
public sealed interface PasskeyAdding {

    /** It is theirs now, or was already: the same answer sent twice adds one. */
    record Added(Passkey passkey) implements PasskeyAdding {}

    /** What came is not what a browser answers. */
    record Unreadable() implements PasskeyAdding {}

    /** It answers no challenge of this session, came too late, or its proof does not hold. */
    record NotProven() implements PasskeyAdding {}

    /** They have as many as one may have. */
    record TooMany() implements PasskeyAdding {}
}
