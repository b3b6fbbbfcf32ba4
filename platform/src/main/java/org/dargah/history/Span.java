package org.dargah.history;

import java.time.Instant;
import java.time.LocalDate;
import org.dargah.kernel.Tehran;

/**
 * What history is told: from which day until which moment, and how many cases.
 *
 * @param from a day in Tehran
 */
record Span(LocalDate from, Instant until, int cases) {

    private static final int MONTHS = 8;

    /** The usual one, which ends now. */
    static Span until(Instant now, int cases) {
        return new Span(Tehran.dateOf(now).minusMonths(MONTHS), now, cases);
    }

    static Span parse(String line) {
        String[] words = line.split(" ", 3);
        return new Span(
                LocalDate.parse(words[0]), Instant.parse(words[1]), Integer.parseInt(words[2]));
    }

    LocalDate to() {
        return Tehran.dateOf(until);
    }

    @Override
    public String toString() {
        return from + " " + until + " " + cases;
    }
}
