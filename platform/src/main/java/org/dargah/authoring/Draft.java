package org.dargah.authoring;

import java.time.Instant;
import java.util.UUID;
import org.dargah.catalog.Text;
import org.dargah.catalog.VersionId;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Province;
import org.dargah.kernel.ServiceCode;
import org.jspecify.annotations.Nullable;

/**
 * A pack on its way to be published.
 *
 * @param title as its card says it, as far as it says one
 * @param revision counts changes, so that nobody approves what they have not seen
 * @param base the version from which it was begun; null for a new service
 * @param startsAt from when it is to be the current version; null until it is approved
 * @param reason why it was returned; empty if it was not
 * @param version that it became; null until it is published
 */
public record Draft(
        Province province,
        DraftId id,
        AgencyCode agency,
        ServiceCode code,
        Text title,
        DraftState state,
        int revision,
        @Nullable VersionId base,
        Instant begunAt,
        Instant changedAt,
        @Nullable Signature handedIn,
        @Nullable Signature approved,
        @Nullable Instant startsAt,
        String reason,
        @Nullable VersionId version) {

    /** Who did a step, and when. */
    public record Signature(UUID officer, String name, Instant at) {

        /** Officials have names; logs do not get them. */
        @Override
        public String toString() {
            return officer + " at " + at;
        }
    }

    @Override
    public String toString() {
        return code + " draft " + id + " " + state;
    }
}
