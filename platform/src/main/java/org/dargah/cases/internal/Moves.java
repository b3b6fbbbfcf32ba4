package org.dargah.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Step;
import org.dargah.catalog.Service;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.WorkingCalendar;
import org.springframework.stereotype.Component;

/**
 * Moves a case along its life: checks the edge, keeps the statutory time, writes the row and the
 * act together.
 */
@Component
public class Moves {

    private final CaseTable table;
    private final TermTable terms;
    private final Acts acts;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Moves(CaseTable table, TermTable terms, Acts acts, WorkingCalendar calendar, Clock clock) {
        this.table = table;
        this.terms = terms;
        this.acts = acts;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * @param locked the case, locked in the caller's transaction
     * @throws IllegalStateException when the life of a case has no such edge from here
     */
    public CaseFile move(CaseFile locked, Step step, Service service, Entry by) {
        CaseFile moved = stepped(locked, step, service);
        table.update(moved);
        after(moved, step, service, by);
        return moved;
    }

    /**
     * The same for a draft that was never kept: it is written once, as it stands after the step.
     * Empty, and nothing is written, when its request's key or its tracking code is taken.
     */
    Optional<CaseFile> enter(
            CaseFile fresh, Step step, Service service, Entry by, CaseTable.Origin origin) {
        CaseFile moved = stepped(fresh, step, service);
        if (!table.insert(moved, origin)) {
            return Optional.empty();
        }
        after(moved, step, service, by);
        return Optional.of(moved);
    }

    private CaseFile stepped(CaseFile file, Step step, Service service) {
        if (!step.isPossibleFrom(file.stage())) {
            throw new IllegalStateException(
                    "From " + file.stage() + " no " + step + ": " + file.tracking());
        }
        return timed(file, step, service, clock.instant());
    }

    private void after(CaseFile moved, Step step, Service service, Entry by) {
        if (step == Step.SUBMIT && service.terms().silence().speaks()) {
            terms.watch(moved);
        }
        if (moved.stage().isEnd()) {
            terms.unwatch(moved);
        }
        step.act()
                .ifPresent(
                        act ->
                                acts.record(
                                        act,
                                        by.about(moved.subject())
                                                .in(moved.id())
                                                .at(moved.agency())));
    }

    private CaseFile timed(CaseFile file, Step step, Service service, Instant now) {
        LocalDate due = file.dueOn();
        return switch (step) {
            case SUBMIT -> file.at(step.to(), now, term(service, now), null, null);
            case ASK_CORRECTION, ASK_FEE -> file.at(step.to(), file.submittedAt(), due, now, null);
            case SEND_CORRECTION, FEE_PAID ->
                    file.at(step.to(), file.submittedAt(), extended(file, now), null, null);
            case APPROVE, REFUSE, WITHDRAW ->
                    file.at(step.to(), file.submittedAt(), due, null, now);
            case ASK_SIGNATURES,
                    TAKE_SIGNATURES_BACK,
                    REFUSE_SIGNATURE,
                    MISS_SIGNATURES,
                    ASK_PAYMENT,
                    PAYMENT_FAILED,
                    TAKE_UP,
                    MISS_REGISTRY,
                    HEAR_REGISTRY ->
                    file.at(step.to(), file.submittedAt(), due, file.waitingSince(), null);
        };
    }

    private LocalDate term(Service service, Instant submitted) {
        return calendar.plusWorkingDays(Tehran.dateOf(submitted), service.workingDays());
    }

    /** While the applicant had to act, the agency's time stood still. */
    private LocalDate extended(CaseFile file, Instant now) {
        LocalDate due = Objects.requireNonNull(file.dueOn());
        LocalDate since = Tehran.dateOf(Objects.requireNonNull(file.waitingSince()));
        int waited = calendar.workingDaysBetween(since, Tehran.dateOf(now));
        return waited == 0 ? due : calendar.plusWorkingDays(due, waited);
    }
}
