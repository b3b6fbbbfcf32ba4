package org.dargah.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that lies in somebody's phone, computer or keyring and opens Dargah without an SMS
 * (WebAuthn Level 3).
 *
 * @param name as its owner calls it
 * @param lastUsedAt null when it has opened nothing yet
 */
public record Passkey(PasskeyId id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {

    /** In signs; longer names are cut. */
    public static final int LONGEST_NAME = 40;
}
