package org.dargah.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day on which an inspector comes.
 *
 * @param inspector as the applicant reads it
 * @param wish why the applicant asked for another day, which he may once; null if he did not
 */
public record Visit(
        LocalDate day,
        Hours hours,
        String inspector,
        Instant setAt,
        @Nullable String wish,
        @Nullable Instant wishedAt) {

    /** Which part of the day. */
    public enum Hours {
        MORNING,
        AFTERNOON;

        public String key() {
            return "cases.visit.hours." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** True while the applicant's wish for another day waits for the inspector. */
    public boolean isDisputed() {
        return wishedAt != null && wishedAt.isAfter(setAt);
    }
}
