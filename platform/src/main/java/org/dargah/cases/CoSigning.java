package org.dargah.cases;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.CaseTexts;
import org.dargah.cases.internal.Content;
import org.dargah.cases.internal.Moves;
import org.dargah.cases.internal.SignatureTable;
import org.dargah.cases.internal.Signatures;
import org.dargah.cases.internal.Submissions;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Rules;
import org.dargah.catalog.Service;
import org.dargah.identity.CurrentPerson;
import org.dargah.identity.Identity;
import org.dargah.identity.Person;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Channel;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.TrackingCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Several people ask together: each of those whom the applicant named reads the application and
 * signs it, or does not. A signature holds for exactly what was read; nobody signs for another.
 */
@Component
public class CoSigning {

    private static final int MOST = 100;
    private static final int LONGEST = 500;

    private final CaseTable table;
    private final SignatureTable rows;
    private final Signatures signatures;
    private final Content content;
    private final Catalog catalog;
    private final Rules rules;
    private final Identity identity;
    private final Moves moves;
    private final Submissions submissions;
    private final CaseTexts texts;
    private final Acts acts;
    private final Clock clock;

    CoSigning(
            CaseTable table,
            SignatureTable rows,
            Signatures signatures,
            Content content,
            Catalog catalog,
            Rules rules,
            Identity identity,
            Moves moves,
            Submissions submissions,
            CaseTexts texts,
            Acts acts,
            Clock clock) {
        this.table = table;
        this.rows = rows;
        this.signatures = signatures;
        this.content = content;
        this.catalog = catalog;
        this.rules = rules;
        this.identity = identity;
        this.moves = moves;
        this.submissions = submissions;
        this.texts = texts;
        this.acts = acts;
        this.clock = clock;
    }

    /** An application that somebody else filled in and this person is asked to sign. */
    public record Invitation(CaseFile file, Signature signature) {

        /** True while it waits for this person's word. */
        public boolean isOpen() {
            return signature.state() == Signature.State.ASKED
                    && file.stage() == Stage.AWAITING_SIGNATURES;
        }
    }

    /** What each of the others said, by their names; empty when the applicant asks alone. */
    public List<Signature> of(CaseFile file) {
        return rows.of(file);
    }

    /** True when nobody else is to sign, or all have signed just this. */
    public boolean signedByAll(CaseFile file) {
        return signatures.complete(file);
    }

    /** The applications that this person was asked to sign, the latest first. */
    public List<Invitation> invitations(CurrentPerson person) {
        return rows.asked(person.province(), person.id(), MOST).stream()
                .flatMap(id -> table.find(person.province(), id).stream())
                .flatMap(file -> invitation(file, person.id()).stream())
                .toList();
    }

    /** One that this person was asked to sign; any other does not exist for them. */
    public Optional<Invitation> find(CurrentPerson person, TrackingCode tracking) {
        return table.find(person.province(), tracking)
                .flatMap(file -> invitation(file, person.id()));
    }

    private Optional<Invitation> invitation(CaseFile file, PersonId person) {
        return rows.of(file).stream()
                .filter(it -> it.person().equals(person))
                .findFirst()
                .map(signature -> new Invitation(file, signature));
    }

    /** Opens an invitation; that somebody read the application is recorded. */
    @Transactional
    public Optional<Invitation> open(CurrentPerson person, TrackingCode tracking) {
        Optional<Invitation> found = find(person, tracking);
        found.ifPresent(it -> acts.record(Act.CASE_OPENED, by(person, it.file())));
        return found;
    }

    /** What came of answering. */
    public enum Outcome {
        DONE,
        /** The application changed or went on since it was read. */
        OVERTAKEN,
        TOO_LONG
    }

    /** Signs what was read. With the last signature an application without a fee is handed in. */
    @Transactional
    public Outcome sign(CurrentPerson person, Invitation read) {
        Optional<CaseFile> locked = waiting(read);
        if (locked.isEmpty() || !answer(person, locked.get(), Signature.State.GIVEN, "")) {
            return Outcome.OVERTAKEN;
        }
        CaseFile file = locked.get();
        acts.record(Act.SIGNATURE_GIVEN, by(person, file));
        if (rows.signedByAll(file, content.hash(file))) {
            goOn(file);
        }
        return Outcome.DONE;
    }

    private void goOn(CaseFile file) {
        Service service = catalog.version(file.version()).orElseThrow();
        Person applicant = identity.person(file.subject()).orElseThrow();
        if (rules.fee(service, file.facts(Tehran.today(clock))).total().isZero()) {
            submissions.submit(
                    new Applicant(
                            file.province(),
                            applicant.id(),
                            applicant.nationalId(),
                            applicant.name(),
                            Objects.requireNonNull(applicant.mobile()),
                            new Actor(Actor.Kind.CITIZEN, applicant.id().toString(), "متقاضی"),
                            file.channel()),
                    file);
        } else {
            texts.tellSigned(file, service);
        }
    }

    /** Does not sign: the application is a draft again, and the applicant is told. */
    @Transactional
    public Outcome refuse(CurrentPerson person, Invitation read, String typed) {
        String reason = PersianText.normaliseLines(typed);
        if (reason.length() > LONGEST) {
            return Outcome.TOO_LONG;
        }
        Optional<CaseFile> locked = waiting(read);
        if (locked.isEmpty() || !answer(person, locked.get(), Signature.State.REFUSED, reason)) {
            return Outcome.OVERTAKEN;
        }
        CaseFile file = locked.get();
        Service service = catalog.version(file.version()).orElseThrow();
        moves.move(file, Step.REFUSE_SIGNATURE, service, by(person, file));
        texts.tellNotSigned(file, service);
        return Outcome.DONE;
    }

    private Optional<CaseFile> waiting(Invitation read) {
        return table.lock(read.file().province(), read.file().id())
                .filter(file -> file.stage() == Stage.AWAITING_SIGNATURES)
                .filter(file -> file.revision() == read.file().revision());
    }

    private boolean answer(
            CurrentPerson person, CaseFile file, Signature.State state, String reason) {
        return rows.answer(file, person.id(), content.hash(file), state, reason, clock.instant());
    }

    /** The applicant changes something after all: what was signed until now is void. */
    @Transactional
    public CaseFile takeBack(Applicant applicant, CaseFile seen) {
        CaseFile file = table.lock(seen.province(), seen.id()).orElseThrow();
        if (file.stage() != Stage.AWAITING_SIGNATURES) {
            return file;
        }
        rows.forget(file);
        return moves.move(
                file,
                Step.TAKE_SIGNATURES_BACK,
                catalog.version(file.version()).orElseThrow(),
                Entry.by(
                        applicant.province(),
                        applicant.actor(),
                        applicant.channel(),
                        Applications.APPLYING));
    }

    private static Entry by(CurrentPerson person, CaseFile file) {
        return Entry.by(
                        file.province(),
                        new Actor(Actor.Kind.CITIZEN, person.id().toString(), "متقاضی همراه"),
                        Channel.PORTAL,
                        Applications.APPLYING)
                .about(file.subject())
                .in(file.id())
                .at(file.agency());
    }
}
