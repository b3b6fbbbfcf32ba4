package org.dargah.cases;

import java.util.List;
import java.util.Objects;
import org.dargah.cases.internal.Decisions;
import org.dargah.cases.internal.HumanTasks;
import org.dargah.cases.internal.Moves;
import org.dargah.catalog.Effect;
import org.dargah.catalog.Service;
import org.dargah.catalog.TaskKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The end of a case by a person: stage, decision, process and news in one transaction. */
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
                moves.move(
                        locked,
                        what.approved() ? Step.APPROVE : Step.REFUSE,
                        service,
                        Desk.by(official, locked).with("conditions", what.cited()));
        decisions.insert(
                decided,
                new Decision(
                        what.approved(),
                        what.conditions(),
                        what.explanation(),
                        official.actor().title(),
                        Objects.requireNonNull(decided.decidedAt())));
        human.done(decided, by.id(), what.outcome(), official.actor());
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
