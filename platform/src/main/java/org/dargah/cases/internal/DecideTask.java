package org.dargah.cases.internal;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.dargah.cases.CaseDecided;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Decision;
import org.dargah.cases.Step;
import org.dargah.catalog.Assessment;
import org.dargah.catalog.Assessment.Standing;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Rules;
import org.dargah.catalog.Service;
import org.dargah.kernel.Tehran;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The task kind {@code decide}: the rules of the service decide, and a refusal cites the conditions
 * that failed.
 */
@Component("decide")
class DecideTask implements JavaDelegate {

    private final Files files;
    private final Catalog catalog;
    private final Rules rules;
    private final Moves moves;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecideTask(
            Files files,
            Catalog catalog,
            Rules rules,
            Moves moves,
            Decisions decisions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.files = files;
        this.catalog = catalog;
        this.rules = rules;
        this.moves = moves;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = files.locked(execution);
        Service service = catalog.version(file.version()).orElseThrow();
        Assessment assessment = rules.assess(service, file.facts(Tehran.today(clock)));
        if (!assessment.with(Standing.UNKNOWN).isEmpty()
                && assessment.with(Standing.FAILED).isEmpty()) {
            throw new IllegalStateException(
                    service + " decides itself, but cannot judge " + file.tracking());
        }
        List<Assessment.Finding> failed = assessment.with(Standing.FAILED);
        boolean approved = failed.isEmpty();
        CaseFile decided =
                moves.move(
                        file,
                        approved ? Step.APPROVE : Step.REFUSE,
                        service,
                        InquiryTask.by(file.province(), service));
        files.leave(execution, decided);
        decisions.insert(decided, decision(decided, service, failed));
        execution.setVariable("outcome", approved ? "approved" : "refused");
        events.publishEvent(
                new CaseDecided(
                        decided.province(),
                        decided.id(),
                        decided.service(),
                        decided.agency(),
                        approved,
                        Objects.requireNonNull(decided.submittedAt()),
                        Objects.requireNonNull(decided.dueOn()),
                        Objects.requireNonNull(decided.decidedAt())));
    }

    private static Decision decision(
            CaseFile decided, Service service, List<Assessment.Finding> failed) {
        return new Decision(
                failed.isEmpty(),
                failed.stream().map(finding -> finding.condition().number()).toList(),
                failed.stream()
                        .map(finding -> finding.condition().text().fa())
                        .reduce((one, other) -> one + " " + other)
                        .orElse(""),
                InquiryTask.rules(service).title(),
                Objects.requireNonNull(decided.decidedAt()),
                false);
    }
}
