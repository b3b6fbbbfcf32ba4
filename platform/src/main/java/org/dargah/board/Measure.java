package org.dargah.board;

import org.jspecify.annotations.Nullable;

/**
 * What a board says about a set of cases.
 *
 * @param open cases that were not ended at the end of the period
 * @param soon of these, near the end of their statutory time
 * @param late of these, past it
 * @param submitted cases handed in during the period
 * @param decided cases decided during the period
 * @param onTime of these, within the statutory time
 * @param rated of these, rated by the applicant
 * @param median days from handing in to the decision; null when nothing was decided
 * @param ninetieth the days within which nine of ten were decided
 * @param score mean of the ratings, 1 to 5
 */
public record Measure(
        int open,
        int soon,
        int late,
        int submitted,
        int decided,
        int onTime,
        int rated,
        @Nullable Double median,
        @Nullable Double ninetieth,
        @Nullable Double score) {

    public static final Measure NOTHING = new Measure(0, 0, 0, 0, 0, 0, 0, null, null, null);

    /** Percent of the decided cases that were on time; null when nothing was decided. */
    public @Nullable Double onTimeShare() {
        return decided == 0 ? null : 100.0 * onTime / decided;
    }

    public boolean isNothing() {
        return open == 0 && submitted == 0 && decided == 0;
    }

    /** How many cases stand in the list. */
    public int count(Listing listing) {
        return switch (listing) {
            case OPEN -> open;
            case SOON -> soon;
            case LATE -> late;
            case SUBMITTED -> submitted;
            case DECIDED -> decided;
            case ON_TIME -> onTime;
            case OVERDUE -> decided - onTime;
            case RATED -> rated;
        };
    }
}
