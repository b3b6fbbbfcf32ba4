package org.dargah.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import org.dargah.ui.Errors;
import org.dargah.ui.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands, for whoever has its code.
 *
 * @param found null when no code was asked or none fits
 */
public record TrackPage(String typed, @Nullable Found found, Errors errors) {

    /** The stage, and nothing of the person. */
    public record Found(
            String code,
            String service,
            Tag stage,
            String meaning,
            @Nullable Instant submittedAt,
            @Nullable LocalDate due) {}
}
