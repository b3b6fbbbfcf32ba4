package org.dargah.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an officer proposes to a supervisor.
 *
 * @param proposedBy the id of the officer, who never signs it himself
 * @param returned why it was sent back; null while nobody has
 * @param returnedBy as the officer reads it
 */
public record Proposal(
        boolean approved,
        List<Integer> conditions,
        String explanation,
        String proposedBy,
        String proposedTitle,
        Instant at,
        @Nullable String returned,
        @Nullable String returnedBy) {

    public Proposal {
        conditions = List.copyOf(conditions);
    }
}
