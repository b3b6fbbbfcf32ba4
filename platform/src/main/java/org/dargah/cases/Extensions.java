package org.dargah.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.CaseTexts;
import org.dargah.cases.internal.Offices;
import org.dargah.cases.internal.TermTable;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.dargah.catalog.Terms;
import org.dargah.identity.Role;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prolongs the statutory time of a case: once, before it is over, for a reason that the service
 * declares, and the applicant is told at once.
 */
@Component
public class Extensions {

    private static final Set<Stage> RUNNING =
            Set.copyOf(EnumSet.of(Stage.SUBMITTED, Stage.REVIEWING, Stage.AWAITING_REGISTRY));

    private final TermTable terms;
    private final CaseTable table;
    private final Catalog catalog;
    private final Offices offices;
    private final Acts acts;
    private final CaseTexts texts;
    private final ApplicationEventPublisher events;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Extensions(
            TermTable terms,
            CaseTable table,
            Catalog catalog,
            Offices offices,
            Acts acts,
            CaseTexts texts,
            ApplicationEventPublisher events,
            WorkingCalendar calendar,
            Clock clock) {
        this.terms = terms;
        this.table = table;
        this.catalog = catalog;
        this.offices = offices;
        this.acts = acts;
        this.texts = texts;
        this.events = events;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * What an officer may do.
     *
     * @param until the last day that there would be
     */
    public record Offer(Terms.Extension declared, LocalDate until) {}

    /** What was done; nothing in most cases. */
    public Optional<Extension> of(CaseFile file) {
        return terms.extension(file);
    }

    /** Empty where the service lets nobody, or the time is over or was prolonged before. */
    public Optional<Offer> offer(Official official, CaseFile file) {
        return mayProlong(official, file) && terms.extension(file).isEmpty()
                ? service(file).terms().extension().map(declared -> offer(declared, file))
                : Optional.empty();
    }

    private boolean mayProlong(Official official, CaseFile file) {
        return (official.is(Role.OFFICER) || official.is(Role.SUPERVISOR))
                && offices.mayDecide(official.agency(), file.agency())
                && RUNNING.contains(file.stage())
                && !due(file).isBefore(Tehran.today(clock));
    }

    private Offer offer(Terms.Extension declared, CaseFile file) {
        return new Offer(declared, calendar.plusWorkingDays(due(file), declared.workingDays()));
    }

    private static LocalDate due(CaseFile file) {
        return Objects.requireNonNull(file.dueOn());
    }

    /** Prolongs, unless the case changed since the officer saw it. */
    @Transactional
    public Doing prolong(Official official, CaseFile seen, int revision, String reason) {
        CaseFile file = table.lock(seen.province(), seen.id()).orElseThrow();
        Optional<Offer> offer = offer(official, file);
        if (offer.isEmpty() || file.revision() != revision) {
            return new Doing.Overtaken(file);
        }
        return offer.get().declared().reason(reason).isPresent()
                ? new Doing.Done(prolonged(official, file, offer.get(), reason))
                : new Doing.Flawed(List.of(Doing.Flaw.of("reason", "cases.extension.flaw.reason")));
    }

    private CaseFile prolonged(Official official, CaseFile file, Offer offer, String reason) {
        var extension =
                new Extension(
                        reason,
                        due(file),
                        offer.until(),
                        official.actor().title(),
                        clock.instant());
        CaseFile prolonged =
                file.at(
                        file.stage(),
                        file.submittedAt(),
                        extension.until(),
                        file.waitingSince(),
                        file.decidedAt());
        table.update(prolonged);
        terms.insert(prolonged, extension);
        acts.record(
                Act.TERM_EXTENDED,
                Desk.by(official, prolonged)
                        .with("until", extension.until().toString())
                        .with("reason", reason));
        events.publishEvent(
                new TermExtended(
                        prolonged.province(),
                        prolonged.id(),
                        prolonged.service(),
                        prolonged.agency(),
                        extension.at(),
                        extension.until()));
        texts.tellExtended(prolonged, service(prolonged), extension);
        return prolonged;
    }

    private Service service(CaseFile file) {
        return catalog.version(file.version()).orElseThrow();
    }
}
