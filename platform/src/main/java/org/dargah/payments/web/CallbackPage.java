package org.dargah.payments.web;

/**
 * What a payer reads when they cannot simply go on.
 *
 * @param kind the part of the message keys that names it: {@code checking} or {@code unknown}
 * @param onwards where they can go
 */
public record CallbackPage(String kind, String onwards) {}
