package org.dargah.exchange.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a registry's answers may be kept in memory for a while. Without it none is.
 *
 * @param time how long at most
 * @param most how many answers at once; what is used least goes first
 * @param sensitive why sensitive fields may be kept, where any is among them
 */
public record Caching(
        @JsonProperty("for") Duration time,
        List<String> fields,
        @Nullable Integer most,
        @Nullable String sensitive) {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int USUAL = 10_000;

    public Caching {
        fields = List.copyOf(fields);
        if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("Answers are kept for up to a day, not for " + time);
        }
        if (most != null && most < 1) {
            throw new IllegalArgumentException("A cache of " + most + " answers is none");
        }
    }

    int size() {
        return most == null ? USUAL : most;
    }

    boolean isReasoned() {
        return sensitive != null && !sensitive.isBlank();
    }
}
