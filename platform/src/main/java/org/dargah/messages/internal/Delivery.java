package org.dargah.messages.internal;

/** What came of one try. */
sealed interface Delivery {

    /** The gateway has the message, perhaps from an earlier try. */
    record Accepted() implements Delivery {}

    /** The gateway will never take it. */
    record Refused(int status) implements Delivery {}

    /** Nobody knows; the next try tells. */
    record Unanswered(String reason) implements Delivery {}
}
