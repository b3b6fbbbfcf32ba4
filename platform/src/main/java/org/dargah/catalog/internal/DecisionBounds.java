package org.dargah.catalog.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionEvent;
import org.kie.dmn.api.core.event.BeforeEvaluateDecisionEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a result that grew too large from the decisions that would build on it: doubled a hundred
 * times, a short list fills every memory. To them it is not known.
 */
final class DecisionBounds implements DMNRuntimeEventListener {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionBounds.class);

    /** Above what any table of answers holds. */
    private static final int MOST = 200_000;

    /** One text; added to itself in the next decision, it would fill the memory too. */
    private static final int LONGEST_TEXT = 50_000;

    @Override
    public void beforeEvaluateDecision(BeforeEvaluateDecisionEvent event) {
        RuleTime.begin(event.getDecision().getName());
    }

    @Override
    public void afterEvaluateDecision(AfterEvaluateDecisionEvent event) {
        RuleTime.end();
        DMNDecisionResult made =
                event.getResult().getDecisionResultById(event.getDecision().getId());
        if (made == null) {
            return;
        }
        if (!isBounded(made.getResult())) {
            LOG.warn("The rule '{}' makes too much", made.getDecisionName());
            event.getResult().getContext().set(made.getDecisionName(), null);
        } else if (made.getResult() instanceof List<?> list) {
            event.getResult().getContext().set(made.getDecisionName(), TimedList.of(list));
        }
    }

    static boolean isBounded(@Nullable Object result) {
        return left(result, MOST) >= 0;
    }

    /** What is left of the allowance after this; negative when it does not suffice. */
    private static int left(@Nullable Object value, int allowance) {
        int left = allowance - 1;
        switch (value) {
            case String text when text.length() > LONGEST_TEXT -> left = -1;
            case String text -> left -= text.length() / 8;
            case Collection<?> list -> {
                for (Object item : list) {
                    if (left < 0) {
                        return left;
                    }
                    left = left(item, left);
                }
            }
            case Map<?, ?> map -> left = left(map.values(), left);
            case null, default -> {}
        }
        return left;
    }
}
