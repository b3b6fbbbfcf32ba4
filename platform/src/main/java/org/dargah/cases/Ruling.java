package org.dargah.cases;

import java.util.List;

/** What came of an officer's decision. */
public sealed interface Ruling {

    /** It stands. */
    record Done(CaseFile file) implements Ruling {}

    /**
     * A colleague was quicker, or the case changed since the officer looked: nothing was
     * overwritten.
     */
    record Overtaken(CaseFile file) implements Ruling {}

    /** Something that must be said is missing. */
    record Unfounded(CaseFile file, List<Flaw> flaws) implements Ruling {

        public Unfounded {
            flaws = List.copyOf(flaws);
        }
    }

    /** What a decision lacks. */
    enum Flaw {
        NO_CHOICE,
        NO_CONDITION,
        UNKNOWN_CONDITION,
        NO_EXPLANATION,
        TOO_LONG,
        /** Who handed a case in does not decide it. */
        OWN_CASE,
        /** Only officers and supervisors of the office decide. */
        NOT_YOURS,
        /** Nor does who inspected the place decide. */
        OWN_INSPECTION,
        /** What the approval would bring about cannot be brought about as things stand. */
        HINDERED
    }
}
