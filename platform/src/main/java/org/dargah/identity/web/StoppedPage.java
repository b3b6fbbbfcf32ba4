package org.dargah.identity.web;

/**
 * @param stop the part of the message keys that names it, such as {@code birth-date-differs}
 * @param passes true when the same answers may do better later
 * @param minutes how long to wait; 0 when waiting is of no use
 */
public record StoppedPage(String stop, boolean passes, int minutes, Typed typed, String wanted) {}
