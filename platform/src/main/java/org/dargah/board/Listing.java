package org.dargah.board;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The lists of cases that stand behind the numbers of a board. */
public enum Listing {
    /** Not ended at the end of the period. */
    OPEN(false),
    /** Open, and the statutory time ends within days. */
    SOON(false),
    /** Open, and the statutory time is over. */
    LATE(false),
    /** Handed in during the period. */
    SUBMITTED(false),
    /** Decided during the period. */
    DECIDED(true),
    /** Decided within the statutory time. */
    ON_TIME(true),
    /** Decided after it. */
    OVERDUE(true),
    /** Decided during the period, and the applicant said what they thought. */
    RATED(true);

    private final boolean decided;

    Listing(boolean decided) {
        this.decided = decided;
    }

    /** True when its cases are decided: they stand by their days, the longest first. */
    public boolean isDecided() {
        return decided;
    }

    /** The word in addresses, such as {@code on-time}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Listing> parse(String code) {
        return Arrays.stream(values()).filter(listing -> listing.code().equals(code)).findFirst();
    }
}
