package org.dargah.exchange;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Within what a right may be used.
 *
 * @param perMinute questions at most
 * @param perDay questions at most, by the calendar of Tehran
 * @param hours when, or null for always
 * @param roles of the end user for whom the program asks; none means that nobody is asked
 * @param parties on whose behalf the program may ask, as X-Road names them ({@code COM/1234}); it
 *     may always ask for itself
 * @param until the last day, included
 */
public record Bounds(
        int perMinute,
        int perDay,
        @Nullable Hours hours,
        Set<String> roles,
        Set<String> parties,
        LocalDate until) {

    /** On behalf of nobody. */
    public Bounds(
            int perMinute, int perDay, @Nullable Hours hours, Set<String> roles, LocalDate until) {
        this(perMinute, perDay, hours, roles, Set.of(), until);
    }

    public Bounds {
        parties = Set.copyOf(parties);
        roles = Set.copyOf(roles);
        if (perMinute < 1 || perDay < 1) {
            throw new IllegalArgumentException("A right that allows no question is none");
        }
    }

    /**
     * Hours of working days, by the clock of Tehran.
     *
     * @param to not included
     */
    public record Hours(LocalTime from, LocalTime to) {}
}
