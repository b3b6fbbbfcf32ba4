package org.dargah.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A numbered condition. The number is permanent, since refusals cite it.
 *
 * @param answeredBy names of the asks whose answers show whether it is met
 * @param decision the decision of eligibility.dmn that tells; none when an officer judges
 */
public record Condition(
        int number, Text text, Text hint, List<String> answeredBy, @Nullable String decision) {

    public Condition {
        answeredBy = List.copyOf(answeredBy);
    }

    /** True when no rule can tell and an officer judges it. */
    public boolean isJudged() {
        return decision == null;
    }
}
