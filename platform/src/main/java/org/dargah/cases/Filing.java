package org.dargah.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dargah.cases.Filed.Stop;
import org.dargah.cases.internal.CaseLists;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.Drafts;
import org.dargah.cases.internal.Inquiries;
import org.dargah.cases.internal.Renewing;
import org.dargah.cases.internal.RequestHash;
import org.dargah.cases.internal.Signatures;
import org.dargah.cases.internal.Submissions;
import org.dargah.catalog.Facts;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.Service;
import org.dargah.documents.VerificationCode;
import org.dargah.identity.Confirmation;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.Identity;
import org.dargah.identity.Ownership;
import org.dargah.identity.Person;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.Tehran;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes applications that a program brings whole, for people in front of a counter or in an app of
 * theirs. The person is confirmed as at sign-in; what the agency wants to know beyond that is asked
 * before only when the fee or the questions depend on it, else by the case's process.
 */
@Component
public final class Filing {

    /** Someone confirmed today need not be asked about again for the next application. */
    private static final Duration FRESH = Duration.ofDays(1);

    private final CaseTable table;
    private final CaseLists lists;
    private final Identity identity;
    private final Inquiries inquiries;
    private final Drafts drafts;
    private final Submissions submissions;
    private final Effects effects;
    private final Renewing renewing;
    private final Signatures signatures;
    private final TransactionTemplate transaction;
    private final RequestHash hash;
    private final Clock clock;

    Filing(
            CaseTable table,
            CaseLists lists,
            Identity identity,
            Inquiries inquiries,
            Drafts drafts,
            Submissions submissions,
            Effects effects,
            Renewing renewing,
            Signatures signatures,
            TransactionTemplate transaction,
            RequestHash hash,
            Clock clock) {
        this.table = table;
        this.lists = lists;
        this.identity = identity;
        this.inquiries = inquiries;
        this.drafts = drafts;
        this.submissions = submissions;
        this.effects = effects;
        this.renewing = renewing;
        this.signatures = signatures;
        this.transaction = transaction;
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * What a program brings.
     *
     * @param key chosen by the program: the same one again brings nothing new
     * @param answers by the names of the form's fields, dates ISO 8601
     * @param document that is renewed, where the service renews one
     */
    public record Application(
            String key,
            Service service,
            NationalId nationalId,
            LocalDate birthDate,
            Mobile mobile,
            Map<String, ? extends @Nullable Object> answers,
            @Nullable VerificationCode document) {

        public Application {
            if ((service.renewal() == null) != (document == null)) {
                throw new IllegalArgumentException(service + " and its document");
            }
        }

        /** Personal data stays out of logs. */
        @Override
        public String toString() {
            return "Application[" + key + " for " + service + "]";
        }
    }

    /**
     * Who brings an application: a program, or an official for a program of their organisation.
     *
     * @param program whose case it is
     * @param actor who does it
     */
    private record Bringer(CurrentClient program, Actor actor, Channel channel) {}

    /** Repeating it with the same key gives the same case, in whatever state it is by now. */
    public Filed file(CurrentClient client, Application application) {
        return file(new Bringer(client, client.actor(), Channel.API), "api:", application);
    }

    /**
     * The same by an official at a page, for a program of their own organisation.
     *
     * @throws IllegalArgumentException when it is another organisation's
     */
    public Filed file(CurrentOfficer official, CurrentClient program, Application application) {
        if (!official.agency().equals(program.agency())) {
            throw new IllegalArgumentException(program.id() + " is not of " + official.agency());
        }
        return file(new Bringer(program, official.actor(), Channel.PORTAL), "office:", application);
    }

    private Filed file(Bringer bringer, String way, Application application) {
        String client = bringer.program().id();
        var origin =
                new CaseTable.Origin(
                        way + client + ":" + application.key(), client, hash.of(application));
        Optional<CaseTable.Sent> before = table.sent(bringer.program().province(), origin.key());
        if (before.isPresent()) {
            return again(bringer, application, before.get());
        }
        if (!application.service().channels().contains(Channel.API)) {
            return new Filed.Stopped(Stop.NOT_BY_API);
        }
        return switch (person(bringer, application)) {
            case Who.Known(Person person) ->
                    begin(
                            bringer,
                            applicant(bringer, person, application.mobile()),
                            application,
                            origin);
            case Who.Not(Stop stop) -> new Filed.Stopped(stop);
        };
    }

    /** Goes on where the first time broke off: an unpaid fee is asked for again. */
    private Filed again(Bringer bringer, Application application, CaseTable.Sent sent) {
        Person person = identity.person(sent.file().subject()).orElseThrow();
        if (!hash.matches(sent.hash(), application)
                || !person.nationalId().equals(application.nationalId())) {
            return new Filed.KeyTaken();
        }
        return new Filed.Taken(
                submissions.submit(
                        applicant(
                                bringer,
                                person,
                                Objects.requireNonNullElse(person.mobile(), application.mobile())),
                        sent.file()));
    }

    private Filed begin(
            Bringer bringer,
            Applicant applicant,
            Application application,
            CaseTable.Origin origin) {
        Service service = application.service();
        CaseFile blank = drafts.blank(applicant, service);
        if (service.renewal() == null) {
            return take(bringer, applicant, application, origin, blank);
        }
        Optional<Renewable> document =
                renewing.named(applicant, service, Objects.requireNonNull(application.document()));
        if (document.isEmpty()) {
            return new Filed.Stopped(Stop.UNKNOWN_DOCUMENT);
        }
        return document.get().isNow()
                ? take(
                        bringer,
                        applicant,
                        application,
                        origin,
                        renewing.begun(blank, service, document.get().certificate()))
                : new Filed.Taken(new Submission.NotRenewable(blank, document.get().standing()));
    }

    private Filed take(
            Bringer bringer,
            Applicant applicant,
            Application application,
            CaseTable.Origin origin,
            CaseFile blank) {
        Service service = application.service();
        Facts facts = blank.facts(Tehran.today(clock));
        Form.Checked checked = service.form().check(application.answers(), facts);
        if (!checked.isGood()) {
            return new Filed.Taken(new Submission.Incomplete(blank, checked.problems()));
        }
        CaseFile file = blank.answeredAll(checked.values());
        if (service.asksFirst()) {
            file =
                    inquiries
                            .ask(
                                    file,
                                    service,
                                    applicant.nationalId(),
                                    applicant.actor(),
                                    applicant.channel())
                            .addTo(file);
            checked = service.form().check(application.answers(), file.facts(facts.today()));
            if (!checked.isGood()) {
                return new Filed.Taken(new Submission.Incomplete(blank, checked.problems()));
            }
            file = file.answeredAll(checked.values());
        }
        CaseFile whole = effects.begun(bringer.program(), file, service);
        Signatures.Others others = signatures.others(applicant, whole);
        List<FieldProblem> hindrances =
                others.problems().isEmpty()
                        ? effects.hindrances(whole, service)
                        : others.problems();
        return hindrances.isEmpty()
                ? keep(bringer, applicant, application, origin, whole, others)
                : new Filed.Taken(new Submission.Incomplete(blank, hindrances));
    }

    /** One that lost a race against the same key gives the answer of the one that won. */
    private Filed keep(
            Bringer bringer,
            Applicant applicant,
            Application application,
            CaseTable.Origin origin,
            CaseFile file,
            Signatures.Others others) {
        Optional<Submission> kept =
                Objects.requireNonNull(
                        transaction.execute(
                                status -> {
                                    Optional<Submission> taken =
                                            first(applicant, lists.kept(file), origin, others);
                                    if (taken.isEmpty()
                                            || taken.get() instanceof Submission.NotRenewable) {
                                        status.setRollbackOnly();
                                    }
                                    return taken;
                                }));
        if (kept.isPresent()) {
            return new Filed.Taken(submissions.invited(applicant, kept.get()));
        }
        return table.sent(file.province(), origin.key())
                .<Filed>map(
                        sent ->
                                hash.matches(sent.hash(), application)
                                                && sent.file().subject().equals(file.subject())
                                        ? new Filed.Taken(
                                                submissions.submit(applicant, sent.file()))
                                        : new Filed.KeyTaken())
                .orElseGet(
                        // The tracking code was taken, one time in many millions: draw another.
                        () -> begin(bringer, applicant, application, origin));
    }

    /** Others sign before anything is paid or handed in. */
    private Optional<Submission> first(
            Applicant applicant, CaseFile file, CaseTable.Origin origin, Signatures.Others others) {
        return others.sign()
                ? signatures.askNew(applicant, file, origin, others)
                : submissions.submitNew(applicant, file, origin);
    }

    /** Who the application is for, or why it is not taken. */
    private sealed interface Who {
        record Known(Person person) implements Who {}

        record Not(Stop stop) implements Who {}
    }

    private Who person(Bringer bringer, Application application) {
        var caller =
                new Caller(
                        bringer.program().agency(),
                        bringer.actor(),
                        bringer.channel(),
                        Applications.APPLYING,
                        null,
                        null);
        Confirmation confirmation =
                identity.confirm(application.nationalId(), application.birthDate(), caller, FRESH);
        return switch (confirmation) {
            case Confirmation.Confirmed(Person person) ->
                    application.mobile().equals(person.mobile())
                            ? new Who.Known(person)
                            : reachable(person, application.mobile(), caller);
            case Confirmation.Unknown unknown -> new Who.Not(Stop.UNKNOWN_PERSON);
            case Confirmation.BirthDateDiffers differs -> new Who.Not(Stop.BIRTH_DATE_DIFFERS);
            case Confirmation.Deceased deceased -> new Who.Not(Stop.DECEASED);
            case Confirmation.Unreachable silent -> new Who.Not(Stop.REGISTRY_SILENT);
        };
    }

    private Who reachable(Person person, Mobile mobile, Caller caller) {
        return switch (identity.confirmMobile(person, mobile, caller)) {
            case Ownership.Theirs theirs -> new Who.Known(person);
            case Ownership.NotTheirs others -> new Who.Not(Stop.MOBILE_NOT_THEIRS);
            case Ownership.Unreachable silent -> new Who.Not(Stop.REGISTRY_SILENT);
        };
    }

    private static Applicant applicant(Bringer bringer, Person person, Mobile mobile) {
        return new Applicant(
                bringer.program().province(),
                person.id(),
                person.nationalId(),
                person.name(),
                mobile,
                bringer.actor(),
                bringer.channel());
    }
}
