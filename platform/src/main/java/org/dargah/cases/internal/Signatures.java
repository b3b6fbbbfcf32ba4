package org.dargah.cases.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dargah.cases.Applicant;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Stage;
import org.dargah.cases.Step;
import org.dargah.cases.Submission;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.CoApplicants;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Service;
import org.dargah.kernel.Tehran;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks those who were named to sign before an application is handed in. */
@Component
public class Signatures {

    private final CaseTable table;
    private final SignatureTable rows;
    private final Companions companions;
    private final Content content;
    private final Catalog catalog;
    private final Moves moves;
    private final CaseTexts texts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Signatures(
            CaseTable table,
            SignatureTable rows,
            Companions companions,
            Content content,
            Catalog catalog,
            Moves moves,
            CaseTexts texts,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.rows = rows;
        this.companions = companions;
        this.content = content;
        this.catalog = catalog;
        this.moves = moves;
        this.texts = texts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** True when nobody else is to sign, or all have signed just this. */
    public boolean complete(CaseFile file) {
        return service(file).coApplicants() == null || rows.signedByAll(file, content.hash(file));
    }

    /**
     * Asks the others to sign, if that is what stands between the draft and handing it in. Empty
     * when nothing is lacking here, or when the form is to say first what is wrong.
     */
    public Optional<Submission> ask(Applicant applicant, CaseFile seen) {
        Service service = service(seen);
        CoApplicants declared = service.coApplicants();
        if (declared == null || seen.stage().isSubmitted() || complete(seen)) {
            return Optional.empty();
        }
        if (seen.stage() != Stage.DRAFT) {
            return Optional.of(new Submission.SignaturesDue(seen));
        }
        if (!service.form().check(seen.answers(), seen.facts(Tehran.today(clock))).isGood()) {
            return Optional.empty();
        }
        Companions.Named named = companions.named(applicant, seen, declared);
        return Optional.of(
                named.problems().isEmpty()
                        ? asked(applicant, seen, service, named.people())
                        : new Submission.Incomplete(seen, named.problems()));
    }

    /**
     * Those who are to sign an application that a program brings.
     *
     * @param sign true when others are to sign at all
     * @param problems what is wrong with their rows; then there is nobody
     */
    public record Others(
            boolean sign, List<Companions.Companion> people, List<FieldProblem> problems) {

        public Others {
            people = List.copyOf(people);
            problems = List.copyOf(problems);
        }
    }

    /** Asks registries who they are, so no transaction is held. */
    public Others others(Applicant applicant, CaseFile file) {
        CoApplicants declared = service(file).coApplicants();
        if (declared == null) {
            return new Others(false, List.of(), List.of());
        }
        Companions.Named named = companions.named(applicant, file, declared);
        return new Others(true, named.people(), named.problems());
    }

    /**
     * Keeps an application that a program brought and asks the others to sign, in the caller's
     * transaction. Empty, and nothing is written, when its key or tracking code is taken.
     */
    public Optional<Submission> askNew(
            Applicant applicant, CaseFile fresh, CaseTable.Origin origin, Others others) {
        Service service = service(fresh);
        return moves.enter(fresh, Step.ASK_SIGNATURES, service, Submissions.by(applicant), origin)
                // As the database has it, since a signature is for that.
                .flatMap(entered -> table.lock(entered.province(), entered.id()))
                .map(
                        file -> {
                            invite(file, service, others.people());
                            return new Submission.SignaturesDue(file);
                        });
    }

    private void invite(CaseFile file, Service service, List<Companions.Companion> people) {
        Instant now = clock.instant();
        int days = java.util.Objects.requireNonNull(service.coApplicants()).days();
        rows.ask(
                file,
                people.stream()
                        .map(Companions.Companion::person)
                        .map(it -> new SignatureTable.Asked(it.id(), it.name()))
                        .toList(),
                content.hash(file),
                now,
                now.plus(Duration.ofDays(days)));
        people.forEach(it -> texts.tellAsked(file, it.mobile(), service));
    }

    /** Changed or handed over by another tab meanwhile, it is left as it is. */
    private Submission asked(
            Applicant applicant,
            CaseFile seen,
            Service service,
            List<Companions.Companion> people) {
        return java.util.Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            CaseFile file = table.lock(seen.province(), seen.id()).orElseThrow();
                            if (file.revision() != seen.revision()) {
                                return new Submission.SignaturesDue(file);
                            }
                            CaseFile asked =
                                    moves.move(
                                            file,
                                            Step.ASK_SIGNATURES,
                                            service,
                                            Submissions.by(applicant));
                            invite(asked, service, people);
                            return new Submission.SignaturesDue(asked);
                        }));
    }

    private Service service(CaseFile file) {
        return catalog.version(file.version()).orElseThrow();
    }
}
