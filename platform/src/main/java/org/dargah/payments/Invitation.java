package org.dargah.payments;

import java.net.URI;

/** What became of asking somebody to pay. */
public sealed interface Invitation {

    /**
     * Send the payer there, with 303.
     *
     * @param provider a path of ours (the demo's provider) or an address of the provider
     */
    record Pay(Payment payment, URI provider) implements Invitation {}

    /** It is paid; ask for nothing. */
    record AlreadyPaid(Payment payment) implements Invitation {}

    /** The provider does not answer just now. Nothing is lost: the same request goes on later. */
    record Unavailable(Payment payment) implements Invitation {}
}
