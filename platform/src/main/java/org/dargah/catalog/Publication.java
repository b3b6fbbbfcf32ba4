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

    /** Good, and yet not taken from the folder: what was decided in the browser goes first. */
    record Overruled(String pack, Why why) implements Publication {}

    /** Why a pack of the folder is not the current version (ADR 125). */
    enum Why {
        /** The folder is as it was; meanwhile another version was published in the browser. */
        NEWER_IN_BROWSER,
        /** The folder holds an earlier version; the one published in the browser stays. */
        EARLIER_THAN_BROWSER,
        /** The agency retired the service. */
        RETIRED
    }
}
