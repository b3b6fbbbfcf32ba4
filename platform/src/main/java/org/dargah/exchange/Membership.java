package org.dargah.exchange;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a program, or each of a body's, belongs to a group, by the calendar of Tehran.
 *
 * @param client the program, or the {@link WholeBody}
 * @param until the last day, included; null while no end is set
 */
public record Membership(
        UUID id, Group group, String client, LocalDate from, @Nullable LocalDate until) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    public boolean isOver(LocalDate day) {
        return until != null && day.isAfter(until);
    }
}
