package org.dargah.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.CaseTexts;
import org.dargah.cases.internal.TaskTable;
import org.dargah.cases.internal.TermTable;
import org.dargah.catalog.Assessment.Standing;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Rules;
import org.dargah.catalog.Service;
import org.dargah.catalog.Terms;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Tehran;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an agency's silence brings about when the statutory time of a case is over: what its service
 * says, by the law that it names, and once.
 */
@Component
public class Silences {

    private final TermTable terms;
    private final CaseTable table;
    private final TaskTable tasks;
    private final Catalog catalog;
    private final Rules rules;
    private final Deciding deciding;
    private final Acts acts;
    private final CaseTexts texts;
    private final Clock clock;

    Silences(
            TermTable terms,
            CaseTable table,
            TaskTable tasks,
            Catalog catalog,
            Rules rules,
            Deciding deciding,
            Acts acts,
            CaseTexts texts,
            Clock clock) {
        this.terms = terms;
        this.table = table;
        this.tasks = tasks;
        this.catalog = catalog;
        this.rules = rules;
        this.deciding = deciding;
        this.acts = acts;
        this.texts = texts;
        this.clock = clock;
    }

    /** What silence has brought about; nothing in most cases. */
    public Optional<Lapse> of(CaseFile file) {
        return terms.lapse(file);
    }

    /**
     * Lets silence speak in a case whose time is over.
     *
     * @return false when somebody was quicker, or it has to wait for a registry
     */
    @Transactional
    public boolean speak(CaseFile overdue, Actor time) {
        CaseFile file = table.lock(overdue.province(), overdue.id()).orElseThrow();
        Service service = catalog.version(file.version()).orElseThrow();
        Optional<Lapse> lapse = lapse(file, service);
        if (lapse.isEmpty() || !terms.lapsed(file, lapse.get())) {
            return false;
        }
        acts.record(Act.CASE_SILENT, by(time, file).with("lapse", lapse.get().slug()));
        switch (lapse.get()) {
            case APPROVED, REFUSED -> decide(lapse.get(), file, service, time);
            case HANDED_OVER -> handOver(file, service);
            case HINDERED -> table.update(file.changed());
        }
        return true;
    }

    /** Nothing while the time runs or stands still, or while somebody else is silent. */
    private Optional<Lapse> lapse(CaseFile file, Service service) {
        LocalDate due = file.dueOn();
        if (due == null || !due.isBefore(Tehran.today(clock)) || file.stage().isEnd()) {
            return Optional.empty();
        }
        return switch (service.terms().silence().meaning()) {
            case NOTHING -> Optional.empty();
            case HIGHER_BODY ->
                    file.stage() == Stage.AWAITING_APPLICANT
                            ? Optional.empty()
                            : Optional.of(Lapse.HANDED_OVER);
            case APPROVAL -> ifReviewed(file, hindered(file, service));
            case REFUSAL -> ifReviewed(file, Lapse.REFUSED);
        };
    }

    /** Before all registries have answered, the silence is theirs. */
    private static Optional<Lapse> ifReviewed(CaseFile file, Lapse lapse) {
        return file.stage() == Stage.REVIEWING ? Optional.of(lapse) : Optional.empty();
    }

    /**
     * As on the day of the application: that time has passed is nobody's fault but the agency's.
     */
    private Lapse hindered(CaseFile file, Service service) {
        return rules.assess(
                                service,
                                file.facts(
                                        Tehran.dateOf(Objects.requireNonNull(file.submittedAt()))))
                        .with(Standing.FAILED)
                        .isEmpty()
                ? Lapse.APPROVED
                : Lapse.HINDERED;
    }

    private void decide(Lapse lapse, CaseFile file, Service service, Actor time) {
        deciding.bySilence(
                by(time, file),
                file,
                service,
                new Deciding.What(
                        lapse == Lapse.APPROVED, List.of(), texts.silence(service, lapse)),
                time);
    }

    /** What officers and supervisors have open goes along; a visit stays with who knows the way. */
    private void handOver(CaseFile file, Service service) {
        Terms.Silence silence = service.terms().silence();
        AgencyCode body = silence.body().orElseThrow();
        CaseFile moved = file.handledBy(body).changed();
        table.update(moved);
        tasks.handOver(moved);
        texts.tellHandedOver(moved, service);
    }

    private static Entry by(Actor time, CaseFile file) {
        return Entry.by(file.province(), time, Channel.SYSTEM, Desk.DECIDING)
                .about(file.subject())
                .in(file.id())
                .at(file.agency());
    }
}
