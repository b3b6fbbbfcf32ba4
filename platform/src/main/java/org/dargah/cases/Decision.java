package org.dargah.cases;

import java.time.Instant;
import java.util.List;

/**
 * How a case ended.
 *
 * @param conditions the numbered conditions that a refusal cites; empty for an approval
 * @param explanation what the applicant reads
 * @param decidedBy as the applicant reads it
 */
public record Decision(
        boolean approved,
        List<Integer> conditions,
        String explanation,
        String decidedBy,
        Instant at) {

    public Decision {
        conditions = List.copyOf(conditions);
        if (!approved && conditions.isEmpty()) {
            throw new IllegalArgumentException(
                    "A refusal cites a numbered condition of the service");
        }
    }
}
