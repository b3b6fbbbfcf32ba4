package org.dargah.cases;

import java.time.Instant;
import java.util.List;

/**
 * How a case ended.
 *
 * @param conditions the numbered conditions that a refusal cites; empty for an approval
 * @param explanation what the applicant reads
 * @param decidedBy as the applicant reads it
 * @param silent true when nobody answered in time, and a law says what that means
 */
public record Decision(
        boolean approved,
        List<Integer> conditions,
        String explanation,
        String decidedBy,
        Instant at,
        boolean silent) {

    public Decision {
        conditions = List.copyOf(conditions);
        if (!approved && !silent && conditions.isEmpty()) {
            throw new IllegalArgumentException(
                    "A refusal cites a numbered condition of the service");
        }
    }
}
