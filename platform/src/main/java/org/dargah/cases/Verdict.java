package org.dargah.cases;

import java.util.List;

/**
 * What an officer chose for a case.
 *
 * @param revision of the case as he saw it
 * @param conditions the numbers that a refusal cites
 * @param explanation what the applicant reads
 */
public record Verdict(Choice choice, int revision, List<Integer> conditions, String explanation) {

    /** The three ways. */
    public enum Choice {
        APPROVE,
        ASK_CORRECTION,
        REFUSE
    }

    public Verdict {
        conditions = List.copyOf(conditions);
    }
}
