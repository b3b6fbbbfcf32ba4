package org.dargah.exchange;

/** Whether what somebody claims is what the registry knows. */
public sealed interface Match {

    /** All of it is so, or not; which part differs is not told. */
    record Compared(boolean matches) implements Match {}

    /** Nothing was compared: no such record, refused, or no answer. */
    record Not(Answer answer) implements Match {}
}
