package org.dargah.payments;

/** What became of giving money back. */
public sealed interface Refunding {

    /** The payer has it back. */
    record Refunded(Payment payment) implements Refunding {}

    /** Decided, and asked of the provider again and again until it is done. */
    record Underway(Payment payment) implements Refunding {}

    /** There is nothing to give back, or the provider refuses. */
    record Refused(Payment payment) implements Refunding {}
}
