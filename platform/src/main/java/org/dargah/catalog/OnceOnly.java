package org.dargah.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What a form asks although a connected registry tells it: nobody need say or bring twice what the
 * state knows.
 *
 * @param questions in the form, papers not counted
 * @param papers that the form asks for
 * @param doubts questions that declare themselves to be something else than what their words say;
 *     nobody is refused for them, and whoever approves reads them
 */
public record OnceOnly(int questions, int papers, List<Finding> findings, List<Finding> doubts) {

    /**
     * A question that could be dropped.
     *
     * @param label the question itself
     * @param paper true when it asks for a paper
     * @param registry that gives it, such as {@code civil/person@1}
     * @param from the registry in people's words
     * @param gives the field, or the paper that it replaces
     * @param what the same in people's words
     * @param legalReason why the pack asks all the same
     * @param problem the same at its line
     */
    public record Finding(
            String question,
            Text label,
            boolean paper,
            String registry,
            Text from,
            String gives,
            Text what,
            Optional<Text> legalReason,
            Problem problem) {}

    public OnceOnly {
        findings = List.copyOf(findings);
        doubts = List.copyOf(doubts);
    }

    /** What has to be dropped, or get a legal reason. */
    public List<Finding> refused() {
        return findings.stream().filter(finding -> finding.legalReason().isEmpty()).toList();
    }

    public boolean isGood() {
        return refused().isEmpty();
    }

    /** How many questions could be dropped. */
    public long sparedQuestions() {
        return refused().stream().filter(finding -> !finding.paper()).count();
    }

    /** How many papers could be dropped. */
    public long sparedPapers() {
        return refused().stream().filter(OnceOnly.Finding::paper).count();
    }
}
