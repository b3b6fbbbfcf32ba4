package org.dargah.cases;

import java.util.List;
import java.util.Objects;
import org.dargah.acts.Entry;
import org.dargah.cases.internal.Decisions;
import org.dargah.cases.internal.HumanTasks;
import org.dargah.cases.internal.Moves;
import org.dargah.catalog.Effect;
import org.dargah.catalog.Service;
import org.dargah.catalog.TaskKind;
import org.dargah.kernel.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The end of a case by a person, or by time: stage, decision, process and news in one transaction.
 */
@Component
class Deciding {

    private final Moves moves;
    private final Decisions decisions;
    private final HumanTasks human;
    private final ApplicationEventPublisher events;

    Deciding(Moves moves, Decisions decisions, HumanTasks human, ApplicationEventPublisher events) {
        this.moves = moves;
        this.decisions = decisions;
        this.human = human;
        this.events = events;
    }

    /** What is decided. */
    record What(boolean approved, List<Integer> conditions, String explanation) {

        What {
            conditions = List.copyOf(conditions);
        }

        static What of(Verdict verdict) {
            boolean approved = verdict.choice() == Verdict.Choice.APPROVE;
            return new What(
                    approved, approved ? List.of() : verdict.conditions(), verdict.explanation());
        }

        static What of(Proposal proposal) {
            return new What(proposal.approved(), proposal.conditions(), proposal.explanation());
        }

        String cited() {
            return conditions.stream()
                    .map(String::valueOf)
                    .reduce((a, b) -> a + "," + b)
                    .orElse("");
        }

        String outcome() {
            return approved ? "approved" : "refused";
        }
    }

    /**
     * @param by whose task it ends
     */
    CaseFile decide(Official official, CaseFile locked, Service service, What what, TaskKind by) {
        CaseFile decided =
                end(Desk.by(official, locked), locked, service, what, official.actor(), false);
        human.done(decided, by.id(), what.outcome(), official.actor());
        return decided;
    }

    /** Nobody did anything: whatever is open in the case is left, and it goes on as if decided. */
    CaseFile bySilence(Entry by, CaseFile locked, Service service, What what, Actor time) {
        CaseFile decided = end(by, locked, service, what, time, true);
        human.leap(decided, service, what.outcome());
        return decided;
    }

    private CaseFile end(
            Entry by, CaseFile locked, Service service, What what, Actor actor, boolean silent) {
        CaseFile decided =
                moves.move(
                        locked,
                        what.approved() ? Step.APPROVE : Step.REFUSE,
                        service,
                        by.with("conditions", what.cited()));
        decisions.insert(
                decided,
                new Decision(
                        what.approved(),
                        what.conditions(),
                        what.explanation(),
                        actor.title(),
                        Objects.requireNonNull(decided.decidedAt()),
                        silent));
        events.publishEvent(Desk.decidedEvent(decided, what.approved()));
        Effect effect = service.effect();
        if (what.approved() && effect != null) {
            events.publishEvent(
                    new EffectApproved(
                            decided.province(),
                            decided.id(),
                            effect.kind(),
                            Objects.requireNonNull(decided.decidedAt())));
        }
        return decided;
    }
}
