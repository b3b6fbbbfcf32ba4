package org.dargah.board;

import java.time.LocalDate;

/**
 * Days in Tehran over which a board counts.
 *
 * @param until the first day after it
 */
public record Period(LocalDate since, LocalDate until) {

    public Period {
        if (!since.isBefore(until)) {
            throw new IllegalArgumentException("No day lies in " + since + " to " + until);
        }
    }

    public static Period of(Month month) {
        return of(month, month);
    }

    public static Period of(Month first, Month last) {
        return new Period(first.firstDay(), last.plus(1).firstDay());
    }

    /** The day on which it is asked what is open and what is late: its last, or today. */
    public LocalDate lastDay(LocalDate today) {
        LocalDate last = until.minusDays(1);
        return today.isBefore(last) ? today : last;
    }
}
