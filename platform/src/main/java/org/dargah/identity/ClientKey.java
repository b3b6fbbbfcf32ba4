package org.dargah.identity;

import java.security.PublicKey;
import java.time.Instant;

/**
 * A public key by which a program signs its assertions (RFC 7523).
 *
 * @param fingerprint SHA-256 of the key (SubjectPublicKeyInfo, DER), in hexadecimal
 */
public record ClientKey(String fingerprint, PublicKey key, Instant registeredAt) {}
