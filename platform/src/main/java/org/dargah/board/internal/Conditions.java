package org.dargah.board.internal;

import org.dargah.board.Listing;

/**
 * When a case {@code c} belongs to a list in the frame {@code p}. Numbers and lists are made of the
 * same conditions, so that a list always holds as many cases as its number says.
 */
final class Conditions {

    /** While the applicant has to act, nothing of the agency's is late. */
    static final String WAITING =
            "coalesce(c.asked_at > coalesce(c.sent_at, '-infinity'::timestamptz), false)";

    private static final String OPEN =
            "c.submitted_on < p.until and (c.ended_on is null or c.ended_on >= p.until)";
    private static final String DECIDED = "c.decided_on >= p.since and c.decided_on < p.until";

    private Conditions() {}

    static String of(Listing listing) {
        return switch (listing) {
            case OPEN -> OPEN;
            case SOON -> OPEN + " and c.due_on between p.day and p.soon and not " + WAITING;
            case LATE -> OPEN + " and c.due_on < p.day and not " + WAITING;
            case SUBMITTED -> "c.submitted_on >= p.since and c.submitted_on < p.until";
            case DECIDED -> DECIDED;
            case ON_TIME -> DECIDED + " and c.on_time";
            case OVERDUE -> DECIDED + " and not c.on_time";
            case RATED -> DECIDED + " and c.score is not null";
        };
    }
}
