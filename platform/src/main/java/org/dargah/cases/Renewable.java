package org.dargah.cases;

import java.time.LocalDate;
import org.dargah.documents.Certificate;

/**
 * A document that a person holds, as a service that renews it sees it.
 *
 * @param opens the first day on which it can be renewed
 * @param closes the last day on which it can
 */
public record Renewable(
        Certificate certificate, Standing standing, LocalDate opens, LocalDate closes) {

    /** Whether it can be renewed now, and why not. */
    public enum Standing {
        NOW,
        TOO_EARLY,
        TOO_LATE,
        REVOKED,
        REPLACED,
        /** An application to renew it is under way. */
        UNDERWAY;

        /** The key of its sentence in the messages. */
        public String key() {
            return "cases.renewal." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean isNow() {
        return standing == Standing.NOW;
    }
}
