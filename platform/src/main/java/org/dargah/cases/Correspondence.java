package org.dargah.cases;

import java.time.Clock;
import java.util.Objects;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.HumanTasks;
import org.dargah.cases.internal.Moves;
import org.dargah.cases.internal.Papers;
import org.dargah.catalog.Catalog;
import org.dargah.kernel.PersianText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the applicant sends after handing in without being asked: messages, and in the end a rating.
 */
@Component
public class Correspondence {

    private static final int LONGEST = 2_000;
    private static final int BEST = 5;

    private final CaseTable table;
    private final Catalog catalog;
    private final Papers papers;
    private final Moves moves;
    private final Acts acts;
    private final HumanTasks human;
    private final Corrections corrections;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Correspondence(
            CaseTable table,
            Catalog catalog,
            Papers papers,
            Moves moves,
            Acts acts,
            HumanTasks human,
            Corrections corrections,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.catalog = catalog;
        this.papers = papers;
        this.moves = moves;
        this.acts = acts;
        this.human = human;
        this.corrections = corrections;
        this.events = events;
        this.clock = clock;
    }

    /** Answers false when there is nothing to send, or too much. */
    @Transactional
    public boolean write(Applicant applicant, CaseFile seen, String typed) {
        String text = PersianText.normaliseLines(typed);
        if (!isSendable(text)) {
            return false;
        }
        papers.write(
                seen,
                new Message(
                        Message.Kind.FROM_APPLICANT,
                        applicant.actor().title(),
                        text,
                        clock.instant()));
        acts.record(Act.NOTE_WRITTEN, applicant.in(seen));
        return true;
    }

    private static boolean isSendable(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }

    /** Keeps the first rating of an ended case. */
    @Transactional
    public boolean rate(Applicant applicant, CaseFile seen, int score, String typed) {
        String word = PersianText.normaliseLines(typed);
        if (score < 1 || score > BEST || word.length() > LONGEST || !seen.stage().isEnd()) {
            return false;
        }
        if (papers.rate(seen, score, word)) {
            acts.record(Act.CASE_RATED, applicant.in(seen));
            events.publishEvent(
                    new CaseRated(
                            seen.province(),
                            seen.id(),
                            seen.service(),
                            seen.agency(),
                            score,
                            clock.instant()));
        }
        return true;
    }

    /** Takes an open application back; what was asked of registries stays on record. */
    @Transactional
    public CaseFile withdraw(Applicant applicant, CaseFile seen) {
        CaseFile file = table.lock(seen.province(), seen.id()).orElseThrow();
        if (!file.stage().isSubmitted() || file.stage().isEnd()) {
            return file;
        }
        corrections.drop(applicant, file);
        human.drop(file);
        CaseFile withdrawn =
                moves.move(
                        file,
                        Step.WITHDRAW,
                        catalog.version(file.version()).orElseThrow(),
                        applicant.in(file));
        events.publishEvent(
                new CaseWithdrawn(
                        withdrawn.province(),
                        withdrawn.id(),
                        withdrawn.service(),
                        withdrawn.agency(),
                        Objects.requireNonNull(withdrawn.decidedAt())));
        return withdrawn;
    }
}
