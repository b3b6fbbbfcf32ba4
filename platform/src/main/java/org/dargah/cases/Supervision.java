package org.dargah.cases;

import java.util.List;
import java.util.Optional;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.HumanTasks;
import org.dargah.cases.internal.Offices;
import org.dargah.cases.internal.Proposals;
import org.dargah.cases.internal.TaskTable;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.dargah.catalog.TaskKind;
import org.dargah.identity.Role;
import org.dargah.kernel.PersianText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A supervisor's signature: where a process asks for one, an officer's decision is a proposal until
 * somebody else signs it.
 */
@Component
public class Supervision {

    private static final int LONGEST = 2_000;

    private final CaseTable table;
    private final TaskTable tasks;
    private final Proposals proposals;
    private final Catalog catalog;
    private final Offices offices;
    private final HumanTasks human;
    private final Effects effects;
    private final Deciding deciding;
    private final Acts acts;

    Supervision(
            CaseTable table,
            TaskTable tasks,
            Proposals proposals,
            Catalog catalog,
            Offices offices,
            HumanTasks human,
            Effects effects,
            Deciding deciding,
            Acts acts) {
        this.table = table;
        this.tasks = tasks;
        this.proposals = proposals;
        this.catalog = catalog;
        this.offices = offices;
        this.human = human;
        this.effects = effects;
        this.deciding = deciding;
        this.acts = acts;
    }

    /** What waits for a signature; nothing in most cases. */
    public Optional<Proposal> awaiting(CaseFile file) {
        return tasks.open(file, TaskKind.SUPERVISOR_SIGNATURE).isPresent()
                ? proposals.of(file)
                : Optional.empty();
    }

    /** Why the last proposal came back, while the officer has not proposed anew. */
    public Optional<Proposal> returned(CaseFile file) {
        return tasks.open(file, TaskKind.OFFICER_DECISION).isPresent()
                ? proposals.of(file).filter(proposal -> proposal.returned() != null)
                : Optional.empty();
    }

    /** True when this official may sign: a supervisor, and nobody whose own work it is. */
    public boolean maySign(Official official, CaseFile file, Proposal proposal) {
        return official.is(Role.SUPERVISOR)
                && offices.mayDecide(official.agency(), file.agency())
                && !proposal.proposedBy().equals(official.actor().id())
                && tasks.ofCase(file.province(), file.id()).stream()
                        .filter(task -> task.kind() == TaskKind.INSPECTION)
                        .noneMatch(task -> official.actor().id().equals(task.doneBy()));
    }

    /** Makes the proposal the decision of the case, unless it changed since it was seen. */
    @Transactional
    public Doing sign(Official official, CaseFile seen, int revision) {
        CaseFile file = locked(official, seen);
        Optional<Proposal> proposal = awaiting(file);
        if (proposal.isEmpty() || file.revision() != revision) {
            return new Doing.Overtaken(file);
        }
        Service service = catalog.version(file.version()).orElseThrow();
        List<Doing.Flaw> flaws = flaws(official, file, proposal.get());
        if (flaws.isEmpty()
                && proposal.get().approved()
                && !effects.hindrances(file, service).isEmpty()) {
            flaws = List.of(Doing.Flaw.of("signing", "cases.flaw.hindered"));
        }
        return flaws.isEmpty()
                ? new Doing.Done(
                        deciding.decide(
                                official,
                                file,
                                service,
                                Deciding.What.of(proposal.get()),
                                TaskKind.SUPERVISOR_SIGNATURE))
                : new Doing.Flawed(flaws);
    }

    /** Gives the proposal back to the officers, with the reason. */
    @Transactional
    public Doing sendBack(Official official, CaseFile seen, int revision, String typed) {
        CaseFile file = locked(official, seen);
        Optional<Proposal> proposal = awaiting(file);
        if (proposal.isEmpty() || file.revision() != revision) {
            return new Doing.Overtaken(file);
        }
        String reason = PersianText.normaliseLines(typed);
        List<Doing.Flaw> flaws = flaws(official, file, proposal.get());
        if (flaws.isEmpty() && reason.isBlank()) {
            flaws = List.of(Doing.Flaw.of("reason", "cases.signing.flaw.reason"));
        }
        if (flaws.isEmpty() && reason.length() > LONGEST) {
            flaws = List.of(Doing.Flaw.of("reason", "cases.flaw.too_long"));
        }
        if (!flaws.isEmpty()) {
            return new Doing.Flawed(flaws);
        }
        proposals.sendBack(file, reason, official.actor());
        CaseFile moved = file.changed();
        table.update(moved);
        acts.record(Act.DECISION_SENT_BACK, Desk.by(official, moved));
        human.done(moved, TaskKind.SUPERVISOR_SIGNATURE.id(), "returned", official.actor());
        return new Doing.Done(moved);
    }

    private CaseFile locked(Official official, CaseFile seen) {
        return table.lock(seen.province(), seen.id())
                .filter(found -> offices.mayDecide(official.agency(), found.agency()))
                .orElseThrow();
    }

    private List<Doing.Flaw> flaws(Official official, CaseFile file, Proposal proposal) {
        if (proposal.proposedBy().equals(official.actor().id())) {
            return List.of(Doing.Flaw.of("signing", "cases.signing.flaw.own"));
        }
        return maySign(official, file, proposal)
                ? List.of()
                : List.of(Doing.Flaw.of("signing", "cases.signing.flaw.role"));
    }
}
