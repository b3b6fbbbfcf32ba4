package org.dargah.cases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.CorrectionTable;
import org.dargah.cases.internal.Discards;
import org.dargah.cases.internal.FormAnswers;
import org.dargah.cases.internal.HumanTasks;
import org.dargah.cases.internal.Moves;
import org.dargah.cases.internal.Papers;
import org.dargah.cases.internal.TaskTable;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Facts;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.LaterFee;
import org.dargah.catalog.Rules;
import org.dargah.catalog.Service;
import org.dargah.catalog.TaskKind;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.Rial;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an applicant sends when an officer asks for a correction: words, and other answers. The
 * answers are mended beside those that stand, checked whole when they are sent, and the earlier
 * ones stay on record. Nothing that was paid changes by them.
 */
@Component
public class Corrections {

    private static final int LONGEST = 2_000;

    private final CaseTable table;
    private final CorrectionTable rows;
    private final FormAnswers answers;
    private final Catalog catalog;
    private final Rules rules;
    private final Effects effects;
    private final Discards discards;
    private final Papers papers;
    private final Moves moves;
    private final TaskTable tasks;
    private final HumanTasks human;
    private final Acts acts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Corrections(
            CaseTable table,
            CorrectionTable rows,
            FormAnswers answers,
            Catalog catalog,
            Rules rules,
            Effects effects,
            Discards discards,
            Papers papers,
            Moves moves,
            TaskTable tasks,
            HumanTasks human,
            Acts acts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.rows = rows;
        this.answers = answers;
        this.catalog = catalog;
        this.rules = rules;
        this.effects = effects;
        this.discards = discards;
        this.papers = papers;
        this.moves = moves;
        this.tasks = tasks;
        this.human = human;
        this.acts = acts;
        this.events = events;
        this.clock = clock;
    }

    /** True while an officer waits for a correction. */
    public boolean isAwaited(CaseFile file) {
        return file.stage() == Stage.AWAITING_APPLICANT
                && tasks.open(file, TaskKind.ASK_APPLICANT).isPresent();
    }

    /** True while the answers may be mended; what others have signed stays as they read it. */
    public boolean mayAnswer(CaseFile file) {
        return isAwaited(file) && service(file).coApplicants() == null;
    }

    /**
     * A case with the answers that its applicant is mending.
     *
     * @param revision counts the changes; 0 while there is none
     */
    public record Opened(CaseFile file, int revision) {}

    /** The case itself where nothing is being mended. */
    public Opened open(CaseFile file) {
        return mayAnswer(file)
                ? rows.draft(file)
                        .map(draft -> new Opened(draft.answers().in(file), draft.revision()))
                        .orElseGet(() -> new Opened(file, 0))
                : new Opened(file, 0);
    }

    /** Keeps mended answers beside those of the case, which the caller has locked. */
    void keep(CaseFile opened) {
        rows.keep(opened);
    }

    /** Removes what came with the answers before the last and is named by none that counts. */
    CaseFile tidied(CaseFile before, CaseFile after, Entry by) {
        CaseFile standing = table.find(after.province(), after.id()).orElseThrow();
        discards.replaced(before, after, onRecord(standing), by);
        return after;
    }

    /** All that an answer of the case names now, or named before a correction. */
    private List<Object> onRecord(CaseFile file) {
        var named = new ArrayList<>(file.answers().values());
        for (Correction sent : rows.of(file)) {
            named.addAll(sent.before().answers().values());
        }
        return named;
    }

    /** What the applicant has mended, as it would be sent. */
    public List<AnswerChange> changes(CaseFile file, Opened opened) {
        return changes(file, answers.shown(opened.file()));
    }

    private List<AnswerChange> changes(CaseFile file, CaseFile mended) {
        return AnswerChange.between(service(file).form(), file.answers(), mended.answers());
    }

    /** What keeps the mended answers from being sent. */
    public List<FieldProblem> problems(Opened opened) {
        return problems(answers.shown(opened.file()));
    }

    private List<FieldProblem> problems(CaseFile mended) {
        Service service = service(mended);
        Form.Checked checked = service.form().check(mended.answers(), answers.facts(mended));
        return checked.isGood() ? effects.hindrances(mended, service) : checked.problems();
    }

    /** The corrections that were sent, the oldest first. */
    public List<Correction> of(CaseFile file) {
        return rows.of(file);
    }

    /** What came of sending. */
    public sealed interface Sent {

        /** It is with the officer, whose statutory time runs on from here. */
        record Done(CaseFile file) implements Sent {}

        /** No officer waits for a correction, or has it already. */
        record NotAwaited(CaseFile file) implements Sent {}

        /** Neither words nor another answer. */
        record Nothing() implements Sent {}

        record TooLong() implements Sent {}

        /** The answers were mended once more since the applicant saw them. */
        record Overtaken() implements Sent {}

        /** Some answers are missing or wrong. */
        record Incomplete(List<FieldProblem> problems) implements Sent {

            public Incomplete {
                problems = List.copyOf(problems);
            }
        }

        /** With these answers it would cost something else. */
        record CostsElse(Rial before, Rial after) implements Sent {}
    }

    /**
     * Sends the correction that the office asked for. Doing it twice, however fast, sends one.
     *
     * @param revision of the mended answers as the applicant saw them
     */
    @Transactional
    public Sent send(Applicant applicant, CaseFile seen, int revision, String typed) {
        String text = PersianText.normaliseLines(typed);
        if (text.length() > LONGEST) {
            return new Sent.TooLong();
        }
        CaseFile file = table.lock(seen.province(), seen.id()).orElseThrow();
        if (!isAwaited(file)) {
            return new Sent.NotAwaited(file);
        }
        Opened opened = open(file);
        CaseFile mended = answers.shown(opened.file());
        List<AnswerChange> changes = opened.revision() == 0 ? List.of() : changes(file, mended);
        if (changes.isEmpty()) {
            return text.isBlank()
                    ? new Sent.Nothing()
                    : new Sent.Done(sent(applicant, file, file, text));
        }
        if (opened.revision() != revision) {
            return new Sent.Overtaken();
        }
        return refused(file, mended)
                .orElseGet(() -> new Sent.Done(mended(applicant, file, mended, changes, text)));
    }

    private Optional<Sent> refused(CaseFile file, CaseFile mended) {
        List<FieldProblem> problems = problems(mended);
        if (!problems.isEmpty()) {
            return Optional.of(new Sent.Incomplete(problems));
        }
        Rial before = paid(file, file);
        Rial after = paid(file, mended);
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new Sent.CostsElse(before, after));
    }

    /** What would be paid for these answers today, of all that was paid until now. */
    private Rial paid(CaseFile file, CaseFile answered) {
        Service service = service(file);
        Facts facts = answers.facts(answered);
        Rial total = rules.fee(service, facts).total();
        for (LaterFee later : service.laterFees()) {
            if (isPaid(file, later)) {
                total = total.plus(rules.fee(service, later, facts).total());
            }
        }
        return total;
    }

    private boolean isPaid(CaseFile file, LaterFee fee) {
        return tasks.ofCase(file.province(), file.id()).stream()
                .filter(task -> task.kind() == TaskKind.PAYMENT && task.isDone())
                .anyMatch(task -> TaskKind.PAYMENT.nameIn(task.name()).equals(fee.name()));
    }

    private CaseFile mended(
            Applicant applicant,
            CaseFile file,
            CaseFile mended,
            List<AnswerChange> changes,
            String text) {
        rows.add(file, mended);
        acts.record(
                Act.ANSWERS_CORRECTED,
                applicant.in(file).with("answers", String.valueOf(changes.size())));
        return sent(applicant, file, mended, text);
    }

    private CaseFile sent(Applicant applicant, CaseFile file, CaseFile mended, String text) {
        rows.forget(file);
        if (!text.isBlank()) {
            papers.write(
                    file,
                    new Message(
                            Message.Kind.CORRECTION,
                            applicant.actor().title(),
                            text,
                            clock.instant()));
        }
        CaseFile sent = moves.move(mended, Step.SEND_CORRECTION, service(file), applicant.in(file));
        events.publishEvent(
                new CorrectionSent(
                        sent.province(),
                        sent.id(),
                        sent.service(),
                        sent.agency(),
                        clock.instant(),
                        Objects.requireNonNull(sent.dueOn())));
        human.done(sent, TaskKind.ASK_APPLICANT.id(), "sent", applicant.actor());
        return sent;
    }

    /** Lets the answers be as they were. */
    @Transactional
    public void undo(Applicant applicant, CaseFile seen) {
        CaseFile file = table.lock(seen.province(), seen.id()).orElseThrow();
        Opened opened = open(file);
        if (opened.revision() > 0) {
            tidied(opened.file(), file, applicant.in(file));
            rows.keep(file);
        }
    }

    /** What is not sent goes with a case that its applicant takes back, which is locked. */
    void drop(Applicant applicant, CaseFile locked) {
        Opened opened = open(locked);
        if (opened.revision() > 0) {
            tidied(opened.file(), locked, applicant.in(locked));
            rows.forget(locked);
        }
    }

    private Service service(CaseFile file) {
        return catalog.version(file.version()).orElseThrow();
    }
}
