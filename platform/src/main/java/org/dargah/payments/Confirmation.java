package org.dargah.payments;

/** What the provider itself says about a payment, after somebody claimed something. */
public sealed interface Confirmation {

    /** Paid, now or earlier; the announcement went out once. */
    record Settled(Payment payment) implements Confirmation {}

    /** Not paid: the payer may still pay, or it failed. */
    record NotPaid(Payment payment) implements Confirmation {}

    /** The provider does not answer; reconciliation asks again within minutes. */
    record Checking(Payment payment) implements Confirmation {}

    /** No payment of ours. */
    record Unknown() implements Confirmation {}
}
