package org.dargah.identity;

import java.time.Instant;
import java.util.UUID;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.PersonId;

/** A sign-in that waits for its code. */
public record Challenge(
        UUID id,
        PersonId person,
        Mobile mobile,
        int codesSent,
        Instant sentAt,
        Instant expiresAt) {}
