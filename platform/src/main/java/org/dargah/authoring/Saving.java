package org.dargah.authoring;

/** What came of saving a file of a draft. */
public sealed interface Saving {

    record Saved(DraftFile file) implements Saving {}

    /** Somebody else saved it meanwhile, or removed it; nothing was overwritten. */
    record Overtaken(DraftFile theirs) implements Saving {}

    /** Somebody else removed it meanwhile. */
    record Gone() implements Saving {}

    /** Nobody writes in this draft now. */
    record Closed() implements Saving {}

    /** A pack does not hold such a file, or not such a large one. */
    record Refused(Why why) implements Saving {}

    /** Why a file is refused. */
    enum Why {
        NAME,
        SIZE,
        NEEDED
    }
}
