package org.dargah.authoring;

import java.util.List;
import org.dargah.catalog.Problem;

/** What came of a step on a draft's way. */
public sealed interface Step {

    record Done(Draft draft) implements Step {}

    /** The pack has problems; they are on its page. */
    record Bad(List<Problem> problems) implements Step {
        public Bad {
            problems = List.copyOf(problems);
        }
    }

    /** Somebody took a step before, or wrote in it meanwhile; look again. */
    record Overtaken(Draft draft) implements Step {}

    /** Who wrote in it or handed it in does not approve it. */
    record OwnWork() implements Step {}
}
