package org.dargah.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.CaseTexts;
import org.dargah.cases.internal.HumanTasks;
import org.dargah.cases.internal.Moves;
import org.dargah.cases.internal.Offices;
import org.dargah.cases.internal.Papers;
import org.dargah.cases.internal.Proposals;
import org.dargah.cases.internal.Repeated;
import org.dargah.cases.internal.TaskTable;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.dargah.catalog.TaskKind;
import org.dargah.identity.Role;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.TrackingCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The officer's side of a case. Whatever is not of his agency does not exist for him. */
@Component
public class Desk {

    /** Why an officer reads and decides. */
    public static final Purpose DECIDING = new Purpose("case-review");

    private static final int LONGEST_EXPLANATION = 2_000;
    private static final Duration SITTING = Duration.ofMinutes(15);

    private final CaseTable table;
    private final Catalog catalog;
    private final Moves moves;
    private final Acts acts;
    private final Deciding deciding;
    private final Proposals proposals;
    private final Papers papers;
    private final Repeated repeated;
    private final HumanTasks human;
    private final TaskTable tasks;
    private final Offices offices;
    private final Effects effects;
    private final CaseTexts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Desk(
            CaseTable table,
            Catalog catalog,
            Moves moves,
            Acts acts,
            Deciding deciding,
            Proposals proposals,
            Papers papers,
            Repeated repeated,
            HumanTasks human,
            TaskTable tasks,
            Offices offices,
            Effects effects,
            CaseTexts texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.catalog = catalog;
        this.moves = moves;
        this.acts = acts;
        this.deciding = deciding;
        this.proposals = proposals;
        this.papers = papers;
        this.repeated = repeated;
        this.human = human;
        this.tasks = tasks;
        this.offices = offices;
        this.effects = effects;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    /** True while it is the officer's turn. */
    public boolean awaitsDecision(CaseFile file) {
        return file.stage() == Stage.REVIEWING
                && tasks.open(file, TaskKind.OFFICER_DECISION).isPresent();
    }

    /** What is to be done in a case, by whomever. */
    public List<Task> open(CaseFile file) {
        return tasks.ofCase(file.province(), file.id()).stream().filter(Task::isOpen).toList();
    }

    /**
     * Opens a case of the officer's agency; that he looked is recorded, and the citizen sees it.
     * Reading, deciding and seeing what became of it are requests of one sitting: one look.
     */
    @Transactional
    public Optional<CaseFile> open(Official official, TrackingCode tracking) {
        Optional<CaseFile> file =
                table.find(official.province(), tracking)
                        .filter(found -> offices.mayDecide(official.agency(), found.agency()))
                        .filter(found -> found.stage().isSubmitted());
        file.ifPresent(found -> look(official, found));
        return file;
    }

    /** Records that the official sees the case, once a sitting. */
    void look(Official official, CaseFile file) {
        if (!looksAlready(official, file)) {
            acts.record(Act.CASE_OPENED, by(official, file));
        }
    }

    private boolean looksAlready(Official official, CaseFile file) {
        Instant earlier = clock.instant().minus(SITTING);
        return acts.ofCase(file.province(), file.id()).stream()
                .filter(line -> line.act() == Act.CASE_OPENED && line.at().isAfter(earlier))
                .anyMatch(line -> line.entry().actor().equals(official.actor()));
    }

    /** Decides a case or asks for a correction, unless it changed since the officer saw it. */
    @Transactional
    public Ruling rule(Official official, CaseFile seen, Verdict verdict) {
        CaseFile file =
                table.lock(seen.province(), seen.id())
                        .filter(found -> offices.mayDecide(official.agency(), found.agency()))
                        .orElseThrow();
        if (file.revision() != verdict.revision()
                || file.stage() != Stage.REVIEWING
                || tasks.open(file, TaskKind.OFFICER_DECISION).isEmpty()) {
            return repeated.is(official, file, verdict)
                    ? new Ruling.Done(file)
                    : new Ruling.Overtaken(file);
        }
        Service service = catalog.version(file.version()).orElseThrow();
        List<Ruling.Flaw> flaws = flaws(verdict, service);
        if (broughtBy(official, file)) {
            flaws.add(Ruling.Flaw.OWN_CASE);
        }
        if (!official.is(Role.OFFICER) && !official.is(Role.SUPERVISOR)) {
            flaws.add(Ruling.Flaw.NOT_YOURS);
        }
        if (inspectedBy(official, file)) {
            flaws.add(Ruling.Flaw.OWN_INSPECTION);
        }
        if (verdict.choice() == Verdict.Choice.APPROVE
                && !effects.hindrances(file, service).isEmpty()) {
            flaws.add(Ruling.Flaw.HINDERED);
        }
        if (!flaws.isEmpty()) {
            return new Ruling.Unfounded(file, flaws);
        }
        return new Ruling.Done(
                switch (verdict.choice()) {
                    case APPROVE, REFUSE -> decide(official, file, service, verdict);
                    case ASK_CORRECTION -> askCorrection(official, file, service, verdict);
                });
    }

    /** Nobody decides what they handed in themselves. */
    private boolean broughtBy(Official official, CaseFile file) {
        return acts.ofCase(file.province(), file.id()).stream()
                .filter(line -> line.act() == Act.CASE_SUBMITTED)
                .anyMatch(line -> line.entry().actor().equals(official.actor()));
    }

    /** Nor what they inspected. */
    private boolean inspectedBy(Official official, CaseFile file) {
        return tasks.ofCase(file.province(), file.id()).stream()
                .filter(task -> task.kind() == TaskKind.INSPECTION)
                .anyMatch(task -> official.actor().id().equals(task.doneBy()));
    }

    private static List<Ruling.Flaw> flaws(Verdict verdict, Service service) {
        var flaws = new ArrayList<Ruling.Flaw>();
        if (verdict.choice() == Verdict.Choice.REFUSE && verdict.conditions().isEmpty()) {
            flaws.add(Ruling.Flaw.NO_CONDITION);
        }
        if (verdict.conditions().stream().anyMatch(number -> service.condition(number).isEmpty())) {
            flaws.add(Ruling.Flaw.UNKNOWN_CONDITION);
        }
        if (verdict.choice() != Verdict.Choice.APPROVE && verdict.explanation().isBlank()) {
            flaws.add(Ruling.Flaw.NO_EXPLANATION);
        }
        if (verdict.explanation().length() > LONGEST_EXPLANATION) {
            flaws.add(Ruling.Flaw.TOO_LONG);
        }
        return flaws;
    }

    /** Where a supervisor signs, an officer only proposes. */
    private CaseFile decide(Official official, CaseFile file, Service service, Verdict verdict) {
        Deciding.What what = Deciding.What.of(verdict);
        if (!service.process().route().has(TaskKind.SUPERVISOR_SIGNATURE)) {
            return deciding.decide(official, file, service, what, TaskKind.OFFICER_DECISION);
        }
        proposals.propose(
                file, what.approved(), what.conditions(), what.explanation(), official.actor());
        CaseFile proposed = file.changed();
        table.update(proposed);
        acts.record(Act.DECISION_PROPOSED, by(official, proposed));
        human.done(proposed, TaskKind.OFFICER_DECISION.id(), what.outcome(), official.actor());
        return proposed;
    }

    static CaseDecided decidedEvent(CaseFile file, boolean approved) {
        return new CaseDecided(
                file.province(),
                file.id(),
                file.service(),
                file.agency(),
                approved,
                Objects.requireNonNull(file.submittedAt()),
                Objects.requireNonNull(file.dueOn()),
                Objects.requireNonNull(file.decidedAt()));
    }

    private CaseFile askCorrection(
            Official official, CaseFile file, Service service, Verdict verdict) {
        CaseFile asked = moves.move(file, Step.ASK_CORRECTION, service, by(official, file));
        Instant now = clock.instant();
        papers.write(
                asked,
                new Message(
                        Message.Kind.CORRECTION_REQUEST,
                        official.actor().title(),
                        verdict.explanation(),
                        now));
        human.done(asked, TaskKind.OFFICER_DECISION.id(), "correction", official.actor());
        events.publishEvent(
                new CorrectionRequested(
                        asked.province(), asked.id(), asked.service(), asked.agency(), now));
        texts.tellCorrection(asked, service);
        return asked;
    }

    static Entry by(Official official, CaseFile file) {
        return Entry.by(official.province(), official.actor(), Channel.PORTAL, DECIDING)
                .about(file.subject())
                .in(file.id())
                .at(official.agency());
    }
}
