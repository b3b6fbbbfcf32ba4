package org.dargah.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.dargah.kernel.Tehran;
import org.jspecify.annotations.Nullable;

/**
 * What a pack promises by example: who applies, what registries reply, what people do with the
 * case, what comes of it. The persons in it are made up.
 *
 * @param file inside the pack, such as {@code examples/01-graduate.yaml}
 * @param persona who applies and why
 * @param answers as the person gives them: text, lists of rows
 * @param replies by the names of asks; an ask that is not here was not answered
 * @param course what people do, in this order
 */
public record Example(
        String file,
        String persona,
        LocalDate today,
        Map<String, Object> answers,
        Map<String, Reply> replies,
        List<Doing> course,
        Expected expected) {

    /** The form sends the person back. */
    public static final String CORRECTIONS = "corrections";

    public static final String APPROVED = "approved";
    public static final String REFUSED = "refused";

    /** A registry is silent, or a rule cannot tell yet. */
    public static final String WAITING = "waiting";

    /** Nothing is failed, and somebody of the authorities has to act. */
    public static final String OFFICER = "officer";

    /** The applicant has to put something right. */
    public static final String APPLICANT = "applicant";

    /** What a registry replies. */
    public sealed interface Reply {

        record Told(Map<String, Object> fields) implements Reply {
            public Told {
                fields = Map.copyOf(fields);
            }
        }

        record Nothing() implements Reply {}
    }

    /**
     * What a person does at a human task of the process.
     *
     * @param task its id in process.bpmn, or {@link #SILENCE}
     * @param outcome such as approved; empty where the task leaves none
     * @param conditions that a refusal cites
     * @param answers that the applicant changes
     * @param facts that are known from then on, as rules and documents name them after the task
     */
    public record Doing(
            String task,
            Optional<String> outcome,
            List<Integer> conditions,
            Map<String, Object> answers,
            Map<String, Object> facts) {
        /** Nobody does anything, and the statutory time is over. */
        public static final String SILENCE = "silence";

        public Doing {
            conditions = List.copyOf(conditions);
            answers = Map.copyOf(answers);
            facts = Map.copyOf(facts);
        }

        public boolean isSilence() {
            return task.equals(SILENCE);
        }
    }

    /**
     * What should come of it; what is empty is not looked at.
     *
     * @param corrections questions that the form sends back
     * @param failed numbers of conditions
     * @param unknown numbers of conditions
     * @param notAsked asks that do not apply to this person
     * @param fee in rials
     * @param document phrases that stand in the printed document
     * @param path the steps of the process, by their ids
     */
    public record Expected(
            String outcome,
            List<String> corrections,
            List<Integer> failed,
            List<Integer> unknown,
            Optional<List<String>> notAsked,
            Optional<BigDecimal> fee,
            List<String> document,
            Optional<List<String>> path) {
        public Expected {
            corrections = List.copyOf(corrections);
            failed = List.copyOf(failed);
            unknown = List.copyOf(unknown);
            document = List.copyOf(document);
        }
    }

    /**
     * What came of it, as far as somebody looked.
     *
     * @param outcome empty when the process was not walked
     * @param judged empty when the form already sent the person back
     * @param document the text of the printed document; empty when none was issued
     * @param path empty when the process was not walked
     */
    public record Got(
            Optional<String> outcome,
            List<String> corrections,
            Optional<Judged> judged,
            Optional<String> document,
            Optional<List<String>> path) {
        public Got {
            corrections = List.copyOf(corrections);
        }
    }

    /** What the rules say in the end. */
    public record Judged(
            List<Integer> failed, List<Integer> unknown, List<String> notAsked, BigDecimal fee) {
        public Judged {
            failed = List.copyOf(failed);
            unknown = List.copyOf(unknown);
            notAsked = List.copyOf(notAsked);
        }
    }

    /**
     * One promise that does not hold.
     *
     * @param field of {@code expect}
     */
    public record Difference(String field, String expected, String got) {

        @Override
        public String toString() {
            return "expected " + expected + ", got " + got;
        }
    }

    public Example {
        answers = Map.copyOf(answers);
        replies = Map.copyOf(replies);
        course = List.copyOf(course);
    }

    /** What is known when the person hands in: what registries reply. */
    public Facts replied() {
        Facts facts = Facts.on(today);
        for (Map.Entry<String, Reply> reply : replies.entrySet()) {
            facts =
                    switch (reply.getValue()) {
                        case Reply.Told(Map<String, Object> fields) ->
                                facts.known(reply.getKey(), fields, Tehran.startOf(today));
                        case Reply.Nothing() ->
                                facts.notFound(reply.getKey(), Tehran.startOf(today));
                    };
        }
        return facts;
    }

    /** The same after somebody did this; what the applicant mends is checked by the form. */
    public Facts after(Facts before, Doing doing) {
        if (doing.facts().isEmpty()) {
            return before;
        }
        int dash = doing.task().indexOf('-');
        String of = dash < 0 ? doing.task() : doing.task().substring(0, dash);
        String prefix = dash < 0 ? "" : doing.task().substring(dash + 1) + ".";
        Map<String, Object> fields =
                new HashMap<>(before.said(of).map(Facts.Said::fields).orElse(Map.of()));
        doing.facts().forEach((name, value) -> fields.put(prefix + name, value));
        return before.known(of, fields, Tehran.startOf(today));
    }

    /** The answers in the end, with all that the applicant mended. */
    public Map<String, Object> lastAnswers() {
        Map<String, Object> all = new HashMap<>(answers);
        course.forEach(doing -> all.putAll(doing.answers()));
        return all;
    }

    /** Every promise that does not hold; empty when all do. */
    public List<Difference> differences(Got got) {
        var differences = new ArrayList<Difference>();
        got.outcome()
                .ifPresent(outcome -> compare(differences, "outcome", expected.outcome, outcome));
        sets(differences, "corrections", expected.corrections, got.corrections);
        got.judged().ifPresent(judged -> judged(differences, judged));
        got.path()
                .ifPresent(
                        walked ->
                                expected.path.ifPresent(
                                        path ->
                                                compare(
                                                        differences,
                                                        "path",
                                                        path.toString(),
                                                        walked.toString())));
        if (got.path().isPresent()) {
            document(differences, got.document().orElse(null));
        }
        return differences;
    }

    private void judged(List<Difference> differences, Judged judged) {
        sets(differences, "failed", expected.failed, judged.failed);
        sets(differences, "unknown", expected.unknown, judged.unknown);
        expected.notAsked.ifPresent(asks -> sets(differences, "notAsked", asks, judged.notAsked));
        expected.fee.ifPresent(
                fee ->
                        compare(
                                differences,
                                "fee",
                                fee.toPlainString(),
                                judged.fee.toPlainString()));
    }

    private void document(List<Difference> differences, @Nullable String text) {
        for (String phrase : expected.document) {
            if (text == null || !text.contains(phrase)) {
                differences.add(
                        new Difference(
                                "document",
                                "«" + phrase + "»",
                                text == null ? "no document" : "«" + text + "»"));
            }
        }
    }

    private static void compare(
            List<Difference> differences, String field, String expected, String got) {
        if (!expected.equals(got)) {
            differences.add(new Difference(field, expected, got));
        }
    }

    /** Their order says nothing. */
    private static <T extends Comparable<T>> void sets(
            List<Difference> differences, String field, List<T> expected, List<T> got) {
        compare(
                differences,
                field,
                new TreeSet<>(expected).toString(),
                new TreeSet<>(got).toString());
    }
}
