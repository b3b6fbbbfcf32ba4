package org.dargah.cases.internal;

import java.util.Objects;
import org.dargah.acts.Entry;
import org.dargah.cases.CaseFile;
import org.dargah.cases.CaseSubmitted;
import org.dargah.cases.Step;
import org.dargah.catalog.Service;
import org.dargah.kernel.Mobile;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The moment in which a draft becomes a case: row, act, event and text message in one transaction.
 */
@Component
public class Submissions {

    private final Moves moves;
    private final Offices offices;
    private final CaseTexts texts;
    private final ApplicationEventPublisher events;

    Submissions(Moves moves, Offices offices, CaseTexts texts, ApplicationEventPublisher events) {
        this.offices = offices;
        this.moves = moves;
        this.texts = texts;
        this.events = events;
    }

    /**
     * @param locked the case, locked in the caller's transaction
     */
    public CaseFile handIn(CaseFile locked, Service service, Entry by, Mobile mobile) {
        CaseFile submitted =
                moves.move(locked.handledBy(offices.deciding(locked)), Step.SUBMIT, service, by);
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
        return submitted;
    }
}
