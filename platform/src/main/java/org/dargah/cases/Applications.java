package org.dargah.cases;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.CaseTexts;
import org.dargah.cases.internal.Inquiries;
import org.dargah.cases.internal.Moves;
import org.dargah.cases.internal.Submissions;
import org.dargah.catalog.Ask;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Form;
import org.dargah.catalog.Rules;
import org.dargah.catalog.Service;
import org.dargah.kernel.Caller;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.Rial;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.TrackingCode;
import org.dargah.payments.Invitation;
import org.dargah.payments.PaymentRequest;
import org.dargah.payments.Payments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The applicant's side of a case: a draft that is filled page by page and handed in once.
 * Registries and the payment provider are asked outside of transactions; what they said is written
 * together with its act.
 */
@Component
public final class Applications {

    /** Why an applicant's own doings are recorded. */
    static final Purpose APPLYING = new Purpose("application");

    private final CaseTable table;
    private final Catalog catalog;
    private final Rules rules;
    private final Inquiries inquiries;
    private final Moves moves;
    private final Acts acts;
    private final CaseTexts texts;
    private final Submissions submissions;
    private final Payments payments;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RandomGenerator random;

    Applications(
            CaseTable table,
            Catalog catalog,
            Rules rules,
            Inquiries inquiries,
            Moves moves,
            Acts acts,
            CaseTexts texts,
            Submissions submissions,
            Payments payments,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.catalog = catalog;
        this.rules = rules;
        this.inquiries = inquiries;
        this.moves = moves;
        this.acts = acts;
        this.texts = texts;
        this.submissions = submissions;
        this.payments = payments;
        this.transaction = transaction;
        this.clock = clock;
        this.random = new java.security.SecureRandom();
    }

    /** The person's draft of this service, if one was left. */
    public Optional<CaseFile> draft(Applicant applicant, Service service) {
        return table.ofSubject(applicant.province(), applicant.id(), 100).stream()
                .filter(
                        file ->
                                file.service().equals(service.code())
                                        && !file.stage().isSubmitted())
                .findFirst();
    }

    /**
     * Opens a draft and fetches what registries know; a draft that was left is gone on with.
     *
     * @param key of the request, so that a repeated one opens nothing twice
     */
    public CaseFile open(Applicant applicant, Service service, String key) {
        CaseFile file =
                run(
                        () ->
                                table.findBySubmitKey(applicant.province(), key)
                                        .orElseGet(
                                                () ->
                                                        draft(applicant, service)
                                                                .orElseGet(
                                                                        () ->
                                                                                begin(
                                                                                        applicant,
                                                                                        service,
                                                                                        key))));
        return fetch(applicant, file);
    }

    /**
     * The same key at the same moment opens one draft; a tracking code that is taken is drawn anew.
     */
    private CaseFile begin(Applicant applicant, Service service, String key) {
        CaseFile file = blank(applicant, service);
        if (table.insert(file, key)) {
            acts.record(
                    Act.DRAFT_STARTED,
                    by(applicant).about(file.subject()).in(file.id()).at(file.agency()));
            return file;
        }
        return table.findBySubmitKey(applicant.province(), key)
                .orElseGet(() -> begin(applicant, service, key));
    }

    private CaseFile blank(Applicant applicant, Service service) {
        return new CaseFile(
                applicant.province(),
                CaseId.next(clock),
                TrackingCode.next(texts.letters(), random),
                service.code(),
                service.version(),
                service.agency(),
                applicant.id(),
                applicant.name(),
                applicant.channel(),
                Stage.DRAFT,
                Map.of(),
                Map.of(),
                List.of(),
                Rial.ZERO,
                null,
                0,
                clock.instant(),
                null,
                null,
                null,
                null);
    }

    /**
     * Asks the registries for what is still unknown; those that are silent are asked again after
     * submission.
     */
    public CaseFile fetch(Applicant applicant, CaseFile file) {
        if (file.stage() != Stage.DRAFT) {
            return file;
        }
        Inquiries.Round round =
                inquiries.ask(
                        file,
                        service(file),
                        applicant.nationalId(),
                        applicant.actor(),
                        applicant.channel());
        return round.said().isEmpty() ? file : changed(file, round::addTo);
    }

    /**
     * Keeps the answers of one page when they are good. Registry answers that were asked by a
     * changed answer are asked again.
     */
    public Answered answer(
            Applicant applicant, CaseFile file, Form.Page page, Map<String, String> typed) {
        Form.Checked checked = service(file).form().check(page, typed);
        if (!checked.isGood()) {
            return new Answered(file, checked.problems());
        }
        CaseFile kept = changed(file, current -> keep(current, page, checked.values()));
        return new Answered(fetch(applicant, kept), List.of());
    }

    private CaseFile keep(CaseFile current, Form.Page page, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(current.answers());
        page.fields().forEach(field -> all.remove(field.name()));
        all.putAll(values);
        CaseFile next = current.answered(all, page.id());
        for (Ask ask : service(current).asks()) {
            boolean stale =
                    ask.keys().values().stream()
                            .filter(key -> key.startsWith("answers."))
                            .map(key -> key.substring("answers.".length()))
                            .anyMatch(
                                    name ->
                                            !java.util.Objects.equals(
                                                    current.answers().get(name), all.get(name)));
            next = stale ? next.forgot(ask.name()) : next;
        }
        return next;
    }

    /** Changes a draft under its lock; a draft that was handed in meanwhile stays as it is. */
    private CaseFile changed(CaseFile file, java.util.function.UnaryOperator<CaseFile> change) {
        return run(
                () -> {
                    CaseFile current = table.lock(file.province(), file.id()).orElse(file);
                    if (current.stage() != Stage.DRAFT) {
                        return current;
                    }
                    CaseFile next = change.apply(current);
                    table.update(next);
                    return next;
                });
    }

    /** What the applicant would pay as things stand. */
    public Rial price(CaseFile file) {
        return rules.fee(service(file), file.facts(Tehran.today(clock))).total();
    }

    /**
     * Hands the application in, after its fee is paid if it has one. Doing it twice, however fast,
     * makes one case and gives the same answer.
     */
    public Submission submit(Applicant applicant, CaseFile file) {
        Submission outcome =
                run(
                        () ->
                                submitLocked(
                                        applicant,
                                        table.lock(file.province(), file.id()).orElse(file)));
        return outcome instanceof Submission.PaymentDue due
                ? invite(applicant, due.file())
                : outcome;
    }

    private Submission submitLocked(Applicant applicant, CaseFile file) {
        if (file.stage() == Stage.WITHDRAWN) {
            return new Submission.Withdrawn(file);
        }
        if (file.stage().isSubmitted()) {
            return new Submission.Submitted(file);
        }
        Service service = service(file);
        Facts facts = file.facts(Tehran.today(clock));
        Form.Checked checked = service.form().check(file.answers(), facts);
        if (!checked.isGood()) {
            return new Submission.Incomplete(file, checked.problems());
        }
        Rial total = rules.fee(service, facts).total();
        if (!total.isZero()) {
            CaseFile priced =
                    moves.move(file.priced(total, null), Step.ASK_PAYMENT, service, by(applicant));
            return new Submission.PaymentDue(priced, URI.create(""));
        }
        return new Submission.Submitted(
                submissions.handIn(file, service, by(applicant), applicant.mobile()));
    }

    private Submission invite(Applicant applicant, CaseFile file) {
        Service service = service(file);
        var caller =
                new Caller(
                        file.agency(),
                        applicant.actor(),
                        applicant.channel(),
                        APPLYING,
                        file.id(),
                        null);
        List<org.dargah.payments.Fee> fees =
                rules.fee(service, file.facts(Tehran.today(clock))).lines().stream()
                        .filter(line -> !line.amount().isZero())
                        .map(
                                line ->
                                        new org.dargah.payments.Fee(
                                                file.agency(), line.text().fa(), line.amount()))
                        .toList();
        Invitation invitation =
                payments.request(
                        new PaymentRequest(
                                file.province(),
                                "case:" + file.id(),
                                caller,
                                file.subject(),
                                service.title().fa(),
                                fees,
                                "/cases/" + file.tracking().text() + "/paid"));
        return switch (invitation) {
            case Invitation.Pay pay -> new Submission.PaymentDue(file, pay.provider());
            case Invitation.Unavailable closed -> new Submission.PaymentClosed(file);
            case Invitation.AlreadyPaid paid ->
                    new Submission.Submitted(table.find(file.province(), file.id()).orElse(file));
        };
    }

    /** Throws a draft away: nothing of it is kept but the line that it was. */
    public void discard(Applicant applicant, CaseFile file) {
        run(
                () -> {
                    CaseFile current = table.lock(file.province(), file.id()).orElse(file);
                    if (current.stage() == Stage.DRAFT) {
                        table.delete(current.province(), current.id());
                        acts.record(
                                Act.DRAFT_DISCARDED,
                                by(applicant)
                                        .about(file.subject())
                                        .in(file.id())
                                        .at(file.agency()));
                    }
                    return current;
                });
    }

    private Service service(CaseFile file) {
        return catalog.version(file.version()).orElseThrow();
    }

    private static Entry by(Applicant applicant) {
        return Entry.by(applicant.province(), applicant.actor(), applicant.channel(), APPLYING);
    }

    private <T> T run(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
