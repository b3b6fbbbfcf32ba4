package org.dargah.payments.internal;

/** What the provider said, or that it said nothing of use. */
public sealed interface Word<T> {

    /** It answered as its contract says. */
    record Said<T>(T value) implements Word<T> {}

    /** It refused, with the name of an RFC 9457 problem such as {@code amount-mismatch}. */
    record Refused<T>(String problem) implements Word<T> {}

    /** No answer, or none that can be read: the same question may be asked again. */
    record Silent<T>(String reason) implements Word<T> {}
}
