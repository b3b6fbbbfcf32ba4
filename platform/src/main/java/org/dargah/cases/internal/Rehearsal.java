package org.dargah.cases.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dargah.catalog.Assessment;
import org.dargah.catalog.Assessment.Standing;
import org.dargah.catalog.Example;
import org.dargah.catalog.Facts;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.Rules;
import org.dargah.catalog.Service;
import org.dargah.catalog.TaskKind;
import org.dargah.kernel.Rial;
import org.flowable.common.engine.api.FlowableException;
import org.jspecify.annotations.Nullable;

/** One walk of one example: what is known by now, what was decided, where it has been. */
final class Rehearsal {

    /** A process that goes in circles is stopped. */
    private static final int LONGEST = 300;

    /** Other outcomes lead on; these are what a case ends with. */
    private static final Set<String> DECISIONS = Set.of(Example.APPROVED, Example.REFUSED);

    /** The walk cannot go on, for a reason that an example may expect. */
    static final class Halt extends FlowableException {

        private static final long serialVersionUID = 1L;

        Halt(String outcome) {
            super(outcome);
            // Expected: nothing for the log.
            setReduceLogLevel(true);
            setLogged(true);
        }
    }

    private final Service service;
    private final Example example;
    private final Rules rules;
    private final List<String> path = new ArrayList<>();
    private final Map<String, Object> answers;
    private Facts facts;
    private List<String> corrections = List.of();
    private String outcome = "";
    private int done;
    private @Nullable String document;

    Rehearsal(Service service, Example example, Rules rules) {
        this.service = service;
        this.example = example;
        this.rules = rules;
        this.answers = new HashMap<>(example.answers());
        this.facts = example.replied();
    }

    /** Handing in: the form checks everything, as it does for real. */
    void handIn() {
        Form.Checked checked = service.form().check(answers, facts);
        if (!checked.isGood()) {
            corrections = checked.problems().stream().map(FieldProblem::field).toList();
            throw new Halt(Example.CORRECTIONS);
        }
        facts = facts.answers(checked.values());
    }

    void reached(String step) {
        path.add(step);
        if (path.size() > LONGEST) {
            throw new IllegalStateException(
                    "the process goes in circles: more than " + LONGEST + " steps");
        }
    }

    /** The replies are known from the beginning; here it shows whether one is missing. */
    void inquire() {
        boolean silent =
                service.asks(facts).stream()
                        .anyMatch(
                                ask ->
                                        facts.said(ask.name()).isEmpty()
                                                && ask.keys("", facts).isPresent());
        if (silent) {
            throw new Halt(Example.WAITING);
        }
    }

    /** As {@link DecideTask} does. */
    String decide() {
        Assessment assessment = rules.assess(service, facts);
        if (!assessment.with(Standing.FAILED).isEmpty()) {
            return decided(Example.REFUSED);
        }
        if (!assessment.with(Standing.UNKNOWN).isEmpty()) {
            throw new Halt(Example.WAITING);
        }
        return decided(Example.APPROVED);
    }

    private String decided(String what) {
        outcome = what;
        return what;
    }

    /**
     * What the example lets somebody do at one of the open tasks; nothing when its course is over.
     */
    Optional<Example.Doing> next(List<String> open) {
        if (done < example.course().size()) {
            Example.Doing doing = example.course().get(done);
            if (!doing.isSilence() && !open.contains(doing.task())) {
                throw new IllegalStateException(
                        "the example expects " + doing.task() + ", the process stands at " + open);
            }
            done++;
            return Optional.of(doing);
        }
        return example.course().isEmpty() ? byRule(open) : Optional.empty();
    }

    /** An officer of whom nothing is told refuses what the rules have found failed. */
    private Optional<Example.Doing> byRule(List<String> open) {
        List<Integer> failed = rules.judge(service, facts).failed();
        return open.contains(TaskKind.OFFICER_DECISION.id()) && !failed.isEmpty()
                ? Optional.of(
                        new Example.Doing(
                                TaskKind.OFFICER_DECISION.id(),
                                Optional.of(Example.REFUSED),
                                failed,
                                Map.of(),
                                Map.of()))
                : Optional.empty();
    }

    void done(Example.Doing doing) {
        facts = example.after(facts, doing);
        if (!doing.answers().isEmpty()) {
            correct(doing.answers());
        }
        if (doing.outcome().equals(Optional.of(Example.REFUSED))) {
            refusal(doing);
        }
        doing.outcome().filter(DECISIONS::contains).ifPresent(this::decided);
    }

    /** As for real, the money does not move (ADR 131). */
    private void correct(Map<String, Object> changes) {
        Rial before = rules.fee(service, facts).total();
        answers.putAll(changes);
        handIn();
        if (!rules.fee(service, facts).total().equals(before)) {
            throw new IllegalStateException("a correction may not change the fee");
        }
    }

    /** The statutory time is over, and nobody has said a word. */
    String silence(Example.Doing doing) {
        String meant =
                switch (service.terms().silence().meaning()) {
                    case APPROVAL -> Example.APPROVED;
                    case REFUSAL -> Example.REFUSED;
                    case NOTHING, HIGHER_BODY ->
                            throw new IllegalStateException("silence decides nothing here");
                };
        if (!doing.outcome().equals(Optional.of(meant))) {
            throw new IllegalStateException("silence means " + meant + " here");
        }
        return decided(meant);
    }

    /** As the desk demands it of officers. */
    private void refusal(Example.Doing doing) {
        if (doing.conditions().isEmpty() && doing.task().equals(TaskKind.OFFICER_DECISION.id())) {
            throw new IllegalStateException("a refusal cites the number of a condition");
        }
        doing.conditions().stream()
                .filter(number -> service.condition(number).isEmpty())
                .findFirst()
                .ifPresent(
                        number -> {
                            throw new IllegalStateException("there is no condition " + number);
                        });
    }

    Service service() {
        return service;
    }

    void issued(String text) {
        document = text;
    }

    Facts facts() {
        return facts;
    }

    /** Where the walk ended: the decision, or who has to act. */
    Example.Got got(String end) {
        return new Example.Got(
                Optional.of(end),
                corrections,
                corrections.isEmpty() ? Optional.of(rules.judge(service, facts)) : Optional.empty(),
                Optional.ofNullable(document),
                Optional.of(List.copyOf(path)));
    }

    String outcome() {
        return outcome;
    }

    void mustBeOver() {
        if (done < example.course().size()) {
            throw new IllegalStateException(
                    "the process was over before " + example.course().get(done).task());
        }
    }
}
