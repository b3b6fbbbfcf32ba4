package org.dargah.identity;

/** How a typed code was judged. */
public sealed interface CodeCheck {

    /** It is the one; the challenge is used up. */
    record Right(Challenge challenge) implements CodeCheck {}

    /** It is not, and this many tries are left. */
    record Wrong(int left) implements CodeCheck {}

    /** It was mistyped too often; another code is needed. */
    record Spent() implements CodeCheck {}

    /** It is too old; another code is needed. */
    record Expired() implements CodeCheck {}

    /** Nothing waits for a code here; begin again. */
    record Nothing() implements CodeCheck {}
}
