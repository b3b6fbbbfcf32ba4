package org.dargah.cases.internal;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dargah.acts.Entry;
import org.dargah.cases.Applicant;
import org.dargah.cases.Applications;
import org.dargah.cases.CaseFile;
import org.dargah.cases.CaseSubmitted;
import org.dargah.cases.Renewable;
import org.dargah.cases.Stage;
import org.dargah.cases.Step;
import org.dargah.cases.Submission;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Form;
import org.dargah.catalog.Rules;
import org.dargah.catalog.Service;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.Rial;
import org.dargah.kernel.Tehran;
import org.dargah.payments.Invitation;
import org.dargah.payments.Payment;
import org.dargah.payments.PaymentRequest;
import org.dargah.payments.Payments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handing in: the fee first, if there is one; then the moment in which a draft becomes a case, with
 * row, act, event and text message in one transaction.
 */
@Component
public class Submissions {

    private final CaseTable table;
    private final CaseLists lists;
    private final Catalog catalog;
    private final Rules rules;
    private final Payments payments;
    private final Moves moves;
    private final Offices offices;
    private final Renewing renewing;
    private final Signatures signatures;
    private final CaseTexts texts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Submissions(
            CaseTable table,
            CaseLists lists,
            Catalog catalog,
            Rules rules,
            Payments payments,
            Moves moves,
            Offices offices,
            Renewing renewing,
            Signatures signatures,
            CaseTexts texts,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.lists = lists;
        this.catalog = catalog;
        this.rules = rules;
        this.payments = payments;
        this.moves = moves;
        this.offices = offices;
        this.renewing = renewing;
        this.signatures = signatures;
        this.texts = texts;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Hands the application in, after its fee is paid if it has one. Doing it twice, however fast,
     * makes one case and gives the same answer.
     */
    public Submission submit(Applicant applicant, CaseFile file) {
        Submission outcome =
                Objects.requireNonNull(
                        transaction.execute(
                                status ->
                                        submitLocked(
                                                applicant,
                                                table.lock(file.province(), file.id())
                                                        .orElse(file))));
        return invited(applicant, outcome);
    }

    /** Asks the provider, outside of any transaction, when there is something to pay. */
    public Submission invited(Applicant applicant, Submission outcome) {
        return outcome instanceof Submission.PaymentDue due
                ? invite(applicant, due.file())
                : outcome;
    }

    /**
     * @param locked in the caller's transaction
     */
    private Submission submitLocked(Applicant applicant, CaseFile locked) {
        if (locked.stage() == Stage.WITHDRAWN) {
            return new Submission.Withdrawn(locked);
        }
        if (locked.stage().isSubmitted()) {
            return new Submission.Submitted(locked);
        }
        // Whoever is at the payment provider already began before and may end.
        if (locked.stage() == Stage.DRAFT && catalog.isRetired(locked.service())) {
            return new Submission.NotOffered(locked);
        }
        Service service = service(locked);
        Facts known = locked.facts(Tehran.today(clock));
        Form.Checked checked = service.form().check(locked.answers(), known);
        if (!checked.isGood()) {
            return new Submission.Incomplete(locked, checked.problems());
        }
        // What follows from the answers follows from them as they are handed in.
        CaseFile file = locked.withAnswers(service.form().derived(locked.answers(), known));
        Facts facts = file.facts(known.today());
        lists.forgetUnnamed(file);
        if (!signatures.complete(file)) {
            return new Submission.SignaturesDue(file);
        }
        Optional<Renewable.Standing> hindrance = renewing.hindrance(file, service);
        if (hindrance.isPresent()) {
            return new Submission.NotRenewable(file, hindrance.get());
        }
        Rial total = rules.fee(service, facts).total();
        if (!total.isZero()) {
            CaseFile priced =
                    moves.move(file.priced(total, null), Step.ASK_PAYMENT, service, by(applicant));
            return new Submission.PaymentDue(priced, URI.create(""));
        }
        return new Submission.Submitted(handIn(file, service, by(applicant), applicant.mobile()));
    }

    /**
     * Hands in a draft that was never kept, in the caller's transaction. Empty, and nothing is
     * written, when the request's key or the tracking code is taken; nothing is written either when
     * the document that it renews can no longer be renewed.
     *
     * @param file with answers that its form has found good
     */
    public Optional<Submission> submitNew(
            Applicant applicant, CaseFile file, CaseTable.Origin origin) {
        Service service = service(file);
        Optional<Renewable.Standing> hindrance = renewing.hindrance(file, service);
        if (hindrance.isPresent()) {
            return Optional.of(new Submission.NotRenewable(file, hindrance.get()));
        }
        Facts facts = file.facts(Tehran.today(clock));
        Rial total = rules.fee(service, facts).total();
        if (!total.isZero()) {
            return moves.enter(
                            file.priced(total, null),
                            Step.ASK_PAYMENT,
                            service,
                            by(applicant),
                            origin)
                    .map(priced -> new Submission.PaymentDue(priced, URI.create("")));
        }
        return moves.enter(
                        file.handledBy(offices.deciding(file)),
                        Step.SUBMIT,
                        service,
                        by(applicant),
                        origin)
                .map(
                        submitted -> {
                            tell(submitted, service, applicant.mobile());
                            return new Submission.Submitted(submitted);
                        });
    }

    private Submission invite(Applicant applicant, CaseFile file) {
        Service service = service(file);
        var caller =
                new Caller(
                        file.agency(),
                        applicant.actor(),
                        applicant.channel(),
                        Applications.APPLYING,
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
                                returnTo(applicant, file)));
        return switch (invitation) {
            case Invitation.Pay pay -> new Submission.PaymentDue(file, pay.provider());
            case Invitation.Unavailable closed -> new Submission.PaymentClosed(file);
            case Invitation.AlreadyPaid(Payment payment) ->
                    new Submission.Submitted(handInPaid(applicant, file, service, payment));
        };
    }

    /** The settlement hands the application in; if nobody heard of it, this does. */
    private CaseFile handInPaid(
            Applicant applicant, CaseFile file, Service service, Payment payment) {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            CaseFile locked = table.lock(file.province(), file.id()).orElseThrow();
                            return locked.stage() == Stage.AWAITING_PAYMENT
                                            && locked.fee().equals(payment.amount())
                                    ? handIn(
                                            locked.priced(locked.fee(), payment.id()),
                                            service,
                                            by(applicant),
                                            applicant.mobile())
                                    : locked;
                        }));
    }

    /** Programs have no session of the citizen's; their payer comes back to the public page. */
    private static String returnTo(Applicant applicant, CaseFile file) {
        return applicant.channel() == Channel.PORTAL
                ? "/cases/" + file.tracking().text() + "/paid"
                : "/track/" + file.tracking().text();
    }

    /**
     * @param locked the case, locked in the caller's transaction
     */
    public CaseFile handIn(CaseFile locked, Service service, Entry by, Mobile mobile) {
        CaseFile submitted =
                moves.move(locked.handledBy(offices.deciding(locked)), Step.SUBMIT, service, by);
        tell(submitted, service, mobile);
        return submitted;
    }

    private void tell(CaseFile submitted, Service service, Mobile mobile) {
        events.publishEvent(
                new CaseSubmitted(
                        submitted.province(),
                        submitted.id(),
                        submitted.service(),
                        submitted.agency(),
                        submitted.tracking(),
                        Objects.requireNonNull(submitted.submittedAt()),
                        Objects.requireNonNull(submitted.dueOn())));
        texts.tellSubmitted(submitted, mobile, service);
    }

    private Service service(CaseFile file) {
        return catalog.version(file.version()).orElseThrow();
    }

    static Entry by(Applicant applicant) {
        return Entry.by(
                applicant.province(),
                applicant.actor(),
                applicant.channel(),
                Applications.APPLYING);
    }
}
