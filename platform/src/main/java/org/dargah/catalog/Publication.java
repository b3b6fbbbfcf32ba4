package org.dargah.catalog;

import java.util.List;

/** What became of a pack that was handed in. */
public sealed interface Publication {

    /** It is the current version now; {@code isNew} is false if it was known already. */
    record Accepted(Service service, boolean isNew) implements Publication {}

    /** Refused whole: nothing of it was kept, and the version before it stays. */
    record Refused(String pack, List<Problem> problems) implements Publication {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
