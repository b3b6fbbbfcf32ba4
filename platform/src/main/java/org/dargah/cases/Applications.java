package org.dargah.cases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.cases.internal.CaseLists;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.Discards;
import org.dargah.cases.internal.Drafts;
import org.dargah.cases.internal.FormAnswers;
import org.dargah.cases.internal.Inquiries;
import org.dargah.cases.internal.Renewing;
import org.dargah.cases.internal.Signatures;
import org.dargah.cases.internal.Submissions;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.Rules;
import org.dargah.catalog.Service;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.Rial;
import org.dargah.kernel.Tehran;
import org.jspecify.annotations.Nullable;
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
    public static final Purpose APPLYING = new Purpose("application");

    private final CaseTable table;
    private final CaseLists lists;
    private final Catalog catalog;
    private final Rules rules;
    private final Inquiries inquiries;
    private final Acts acts;
    private final Signatures signatures;
    private final Submissions submissions;
    private final Drafts drafts;
    private final Renewing renewing;
    private final Discards discards;
    private final FormAnswers answers;
    private final Corrections corrections;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Applications(
            CaseTable table,
            CaseLists lists,
            Catalog catalog,
            Rules rules,
            Inquiries inquiries,
            Acts acts,
            Signatures signatures,
            Submissions submissions,
            Drafts drafts,
            Renewing renewing,
            Discards discards,
            FormAnswers answers,
            Corrections corrections,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.lists = lists;
        this.catalog = catalog;
        this.rules = rules;
        this.inquiries = inquiries;
        this.acts = acts;
        this.signatures = signatures;
        this.submissions = submissions;
        this.drafts = drafts;
        this.renewing = renewing;
        this.discards = discards;
        this.answers = answers;
        this.corrections = corrections;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The person's draft of this service, if one was left. */
    public Optional<CaseFile> draft(Applicant applicant, Service service) {
        return drafts(applicant, service).findFirst();
    }

    private Stream<CaseFile> drafts(Applicant applicant, Service service) {
        return table.ofSubject(applicant.province(), applicant.id(), 100).stream()
                .filter(
                        file ->
                                file.service().equals(service.code())
                                        && !file.stage().isSubmitted());
    }

    /** The person's documents that the service renews; none when it renews nothing. */
    public List<Renewable> renewable(Applicant applicant, Service service) {
        return renewing.of(applicant, service);
    }

    /**
     * Opens a draft and fetches what registries know; a draft that was left is gone on with.
     *
     * @param key of the request, so that a repeated one opens nothing twice
     */
    public CaseFile open(Applicant applicant, Service service, String key) {
        if (service.renewal() != null) {
            throw new IllegalArgumentException(service + " begins with a document");
        }
        return open(applicant, key, draft(applicant, service), drafts.blank(applicant, service));
    }

    /**
     * The same for a service that renews a document.
     *
     * @param document one of {@link #renewable} that can be renewed now
     */
    public CaseFile open(Applicant applicant, Service service, Renewable document, String key) {
        DocumentId id = document.certificate().id();
        return open(
                applicant,
                key,
                drafts(applicant, service)
                        .filter(
                                file ->
                                        Renewing.renewed(file, service.renewal())
                                                .filter(id::equals)
                                                .isPresent())
                        .findFirst(),
                renewing.begun(drafts.blank(applicant, service), service, document.certificate()));
    }

    private CaseFile open(
            Applicant applicant, String key, Optional<CaseFile> left, CaseFile fresh) {
        CaseFile file =
                run(
                        () ->
                                table.findBySubmitKey(applicant.province(), key)
                                        .or(() -> left)
                                        .orElseGet(() -> begin(applicant, fresh, key)));
        return fetch(applicant, file);
    }

    /**
     * The same key at the same moment opens one draft; a tracking code that is taken is drawn anew.
     */
    private CaseFile begin(Applicant applicant, CaseFile file, String key) {
        if (table.insert(file, CaseTable.Origin.portal(key))) {
            acts.record(
                    Act.DRAFT_STARTED,
                    by(applicant).about(file.subject()).in(file.id()).at(file.agency()));
            return file;
        }
        return table.findBySubmitKey(applicant.province(), key)
                .orElseGet(() -> begin(applicant, drafts.again(file), key));
    }

    /**
     * Asks the registries for what is still unknown; those that are silent are asked again after
     * submission.
     */
    public CaseFile fetch(Applicant applicant, CaseFile file) {
        if (file.stage() != Stage.DRAFT && !corrections.mayAnswer(file)) {
            return file;
        }
        Inquiries.Round round =
                inquiries.ask(
                        file,
                        service(file),
                        applicant.nationalId(),
                        applicant.actor(),
                        applicant.channel());
        return round.said().isEmpty()
                ? file
                : changed(file, current -> answers.derived(round.addTo(current)));
    }

    /**
     * Keeps the answers of one page when they are good. Registry answers that were asked by a
     * changed answer are asked again.
     */
    public Answered answer(
            Applicant applicant, CaseFile file, Form.Page page, Map<String, ?> typed) {
        return answer(applicant, file, page, typed, List::of);
    }

    /**
     * The same with files that came with the page. Each is written together with the answer that
     * names it, whatever breaks in between, and a file that no answer names any more goes.
     *
     * @param files keeps them, in the transaction of the answers; tells what is wrong with them,
     *     and then nothing is kept
     */
    public Answered answer(
            Applicant applicant,
            CaseFile file,
            Form.Page page,
            Map<String, ?> typed,
            Supplier<List<FieldProblem>> files) {
        Form.Checked checked = answers.check(file, page, typed);
        if (!checked.isGood()) {
            return new Answered(file, checked.problems());
        }
        var wrong = new ArrayList<FieldProblem>();
        CaseFile kept =
                changed(
                        file,
                        current -> {
                            wrong.addAll(files.get());
                            return wrong.isEmpty()
                                    ? tidied(
                                            applicant,
                                            current,
                                            lists.kept(
                                                    answers.kept(current, page, checked.values())))
                                    : null;
                        });
        return wrong.isEmpty()
                ? new Answered(fetch(applicant, kept), List.of())
                : new Answered(file, wrong);
    }

    /** What no answer names any more goes; what counted before a correction stays. */
    private CaseFile tidied(Applicant applicant, CaseFile before, CaseFile after) {
        return after.stage() == Stage.DRAFT
                ? discards.unnamed(after, by(applicant))
                : corrections.tidied(
                        before,
                        after,
                        by(applicant).about(after.subject()).in(after.id()).at(after.agency()));
    }

    /**
     * Keeps what is wrong with a list of this question that was refused, until a better one comes:
     * nothing else changes.
     *
     * @param source what its file was called; empty for what was typed or pasted
     * @param rows how many it had
     */
    public void refused(CaseFile file, FieldProblem problem, String source, int rows) {
        changed(
                file,
                current -> {
                    lists.refuse(current, problem, source, rows);
                    return current;
                });
    }

    /**
     * Changes a draft, or the answers that are being mended, under the lock of the case. What was
     * handed in meanwhile stays as it is, and so does what the change makes null, with all that the
     * change wrote.
     */
    private CaseFile changed(CaseFile file, Function<CaseFile, @Nullable CaseFile> change) {
        return Objects.requireNonNull(
                transaction.execute(
                        status -> {
                            CaseFile locked = table.lock(file.province(), file.id()).orElse(file);
                            boolean mending = corrections.mayAnswer(locked);
                            if (locked.stage() != Stage.DRAFT && !mending) {
                                return locked;
                            }
                            CaseFile current = corrections.open(locked).file();
                            CaseFile next = change.apply(current);
                            if (next == null) {
                                status.setRollbackOnly();
                                return current;
                            }
                            if (mending) {
                                corrections.keep(next);
                            } else {
                                table.update(next);
                            }
                            return next;
                        }));
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
        return signatures.ask(applicant, file).orElseGet(() -> submissions.submit(applicant, file));
    }

    /** Throws a draft away with its files: nothing of it is kept but the line that it was. */
    public void discard(Applicant applicant, CaseFile file) {
        run(
                () -> {
                    CaseFile current = table.lock(file.province(), file.id()).orElse(file);
                    if (current.stage() == Stage.DRAFT) {
                        discards.discard(current, by(applicant));
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

    private <T> T run(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
