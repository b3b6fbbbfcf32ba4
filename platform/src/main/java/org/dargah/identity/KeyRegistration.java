package org.dargah.identity;

/** What came of registering a public key. */
public sealed interface KeyRegistration {

    record Registered(ClientKey key) implements KeyRegistration {}

    record Refused(ProofFault why) implements KeyRegistration {}
}
