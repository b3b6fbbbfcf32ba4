package org.dargah.identity;

/** What came of asking for a certificate. */
public sealed interface Certification {

    record Issued(ClientCertificate certificate) implements Certification {}

    record Refused(ProofFault why) implements Certification {}
}
