package org.dargah.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.cases.internal.Assigned;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.CaseTexts;
import org.dargah.cases.internal.HumanTasks;
import org.dargah.cases.internal.TaskTable;
import org.dargah.cases.internal.Visits;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Inspection;
import org.dargah.catalog.Service;
import org.dargah.catalog.TaskKind;
import org.dargah.identity.Role;
import org.dargah.kernel.Channel;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.Tehran;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Visits: an inspector of the deciding office sets a day, goes there, and writes down what was
 * found, which the rules and the document of the service then know.
 */
@Component
public class Inspections {

    /** How far ahead a day may be set. */
    public static final int DAYS_AHEAD = 60;

    private static final int LONGEST = 2_000;
    private static final int LONGEST_WISH = 500;

    private final TaskTable tasks;
    private final CaseTable table;
    private final Visits visits;
    private final Catalog catalog;
    private final Assigned assigned;
    private final HumanTasks human;
    private final CaseTexts texts;
    private final Acts acts;
    private final Desk desk;
    private final Clock clock;

    Inspections(
            TaskTable tasks,
            CaseTable table,
            Visits visits,
            Catalog catalog,
            Assigned assigned,
            HumanTasks human,
            CaseTexts texts,
            Acts acts,
            Desk desk,
            Clock clock) {
        this.tasks = tasks;
        this.table = table;
        this.visits = visits;
        this.catalog = catalog;
        this.assigned = assigned;
        this.human = human;
        this.texts = texts;
        this.acts = acts;
        this.desk = desk;
        this.clock = clock;
    }

    /** An inspection as it stands. */
    public record Open(Task task, CaseFile file, Optional<Visit> visit) {}

    /**
     * What the inspector found.
     *
     * @param found the items of the checklist, each in the type of its kind
     * @param passed the finding
     * @param note what the applicant and the officer read; needed when it did not pass
     */
    public record Report(Map<String, Object> found, boolean passed, String note) {

        public Report {
            found = Map.copyOf(found);
        }
    }

    /** Opens an inspection of the inspector's office; that he looked is recorded. */
    @Transactional
    public Optional<Open> open(Official inspector, UUID id) {
        return find(inspector, id).map(held -> seen(inspector, held));
    }

    private Optional<Assigned.Held> find(Official inspector, UUID id) {
        return assigned.find(inspector, id, TaskKind.INSPECTION, Role.INSPECTOR);
    }

    private Open seen(Official inspector, Assigned.Held held) {
        desk.look(inspector, held.file());
        return new Open(held.task(), held.file(), visits.of(held.task()));
    }

    /** Sets the day, or another one; the applicant is told by text message. */
    @Transactional
    public Doing schedule(
            Official inspector, UUID id, int revision, LocalDate day, Visit.Hours hours) {
        Assigned.Held held = assigned.lock(find(inspector, id).orElseThrow());
        CaseFile file = held.file();
        Task task = held.task();
        Optional<Visit> before = visits.of(task);
        if (before.filter(v -> sameDay(v, day, hours) && !v.isDisputed()).isPresent()
                && task.isOpen()) {
            return new Doing.Done(file);
        }
        if (!task.isOpen() || task.revision() != revision) {
            return new Doing.Overtaken(file);
        }
        LocalDate today = Tehran.today(clock);
        if (day.isBefore(today) || day.isAfter(today.plusDays(DAYS_AHEAD))) {
            return new Doing.Flawed(
                    List.of(Doing.Flaw.of("day", "cases.visit.flaw.day", DAYS_AHEAD)));
        }
        if (before.filter(visit -> visit.day().equals(day) && visit.isDisputed()).isPresent()) {
            return new Doing.Flawed(List.of(Doing.Flaw.of("day", "cases.visit.flaw.same")));
        }
        visits.set(task, day, hours, inspector.actor());
        tasks.touch(task);
        acts.record(
                Act.INSPECTION_DAY_SET,
                by(inspector, file).with("day", day.toString()).with("hours", hours.name()));
        texts.tellVisit(file, service(file), day, hours);
        return new Doing.Done(file);
    }

    private static boolean sameDay(Visit visit, LocalDate day, Visit.Hours hours) {
        return visit.day().equals(day) && visit.hours() == hours;
    }

    /**
     * Writes down what was found; the case goes on.
     *
     * @param photos keeps the pictures in this transaction and tells what is wrong with them; then
     *     nothing is kept
     */
    @Transactional
    public Doing report(
            Official inspector,
            UUID id,
            int revision,
            Report report,
            Supplier<List<Doing.Flaw>> photos) {
        Assigned.Held held = assigned.lock(find(inspector, id).orElseThrow());
        CaseFile file = held.file();
        Task task = held.task();
        Optional<Visit> visit = visits.of(task);
        if (!task.isOpen() || task.revision() != revision || visit.isEmpty()) {
            return new Doing.Overtaken(file);
        }
        var flaws = new ArrayList<>(flaws(inspector, file, visit.get(), report));
        if (flaws.isEmpty()) {
            flaws.addAll(photos.get());
        }
        if (!flaws.isEmpty()) {
            // Pictures that were good must not stay without their report.
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Doing.Flawed(flaws);
        }
        CaseFile written = file.heard(Inspection.FACTS, said(visit.get(), report));
        table.update(written);
        acts.record(
                Act.INSPECTION_REPORTED,
                by(inspector, file).with("finding", report.passed() ? "passed" : "failed"));
        human.done(written, task.name(), report.passed() ? "passed" : "failed", inspector.actor());
        return new Doing.Done(written);
    }

    private List<Doing.Flaw> flaws(Official inspector, CaseFile file, Visit visit, Report report) {
        var flaws = new ArrayList<Doing.Flaw>();
        if (Tehran.today(clock).isBefore(visit.day()) || visit.isDisputed()) {
            flaws.add(Doing.Flaw.of("finding", "cases.visit.flaw.early"));
        }
        if (tasks.ofCase(file.province(), file.id()).stream()
                .filter(task -> task.kind() == TaskKind.OFFICER_DECISION && task.isDone())
                .anyMatch(task -> inspector.actor().id().equals(task.doneBy()))) {
            flaws.add(Doing.Flaw.of("finding", "cases.visit.flaw.officer"));
        }
        if (!report.passed() && report.note().isBlank()) {
            flaws.add(Doing.Flaw.of("note", "cases.visit.flaw.note"));
        }
        if (report.note().length() > LONGEST) {
            flaws.add(Doing.Flaw.of("note", "cases.flaw.too_long"));
        }
        return flaws;
    }

    private Facts.Said said(Visit visit, Report report) {
        Map<String, Object> fields = new HashMap<>(report.found());
        fields.put("finding", report.passed() ? "passed" : "failed");
        fields.put("day", visit.day().toString());
        if (!report.note().isBlank()) {
            fields.put("note", report.note());
        }
        return new Facts.Said(true, fields, clock.instant());
    }

    /** The visit that stands before the applicant; none when no day is set or it is over. */
    public Optional<Visit> awaited(CaseFile file) {
        return tasks.open(file, TaskKind.INSPECTION).flatMap(visits::of);
    }

    /** True while the applicant may ask for another day: once, and not after the day. */
    public boolean mayWish(Visit visit) {
        return visit.wishedAt() == null && !Tehran.today(clock).isAfter(visit.day());
    }

    /** Asks for another day; answers false when there is nothing to ask, or too much is said. */
    @Transactional
    public boolean wish(Applicant applicant, CaseFile seen, String typed) {
        String text = PersianText.normaliseLines(typed);
        if (text.isBlank() || text.length() > LONGEST_WISH) {
            return false;
        }
        CaseFile file = table.lock(seen.province(), seen.id()).orElseThrow();
        Optional<Task> task = tasks.open(file, TaskKind.INSPECTION);
        Optional<Visit> visit = task.flatMap(visits::of);
        if (visit.filter(this::mayWish).isPresent()) {
            visits.wish(task.orElseThrow(), text);
            tasks.touch(task.orElseThrow());
            acts.record(
                    Act.INSPECTION_DAY_DISPUTED,
                    Entry.by(
                                    applicant.province(),
                                    applicant.actor(),
                                    applicant.channel(),
                                    Applications.APPLYING)
                            .about(file.subject())
                            .in(file.id())
                            .at(file.agency()));
        }
        return true;
    }

    private Service service(CaseFile file) {
        return catalog.version(file.version()).orElseThrow();
    }

    private static Entry by(Official inspector, CaseFile file) {
        return Entry.by(file.province(), inspector.actor(), Channel.PORTAL, Desk.DECIDING)
                .about(file.subject())
                .in(file.id())
                .at(inspector.agency());
    }
}
