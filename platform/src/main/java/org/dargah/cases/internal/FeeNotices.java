package org.dargah.cases.internal;

import java.time.Clock;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Step;
import org.dargah.catalog.Fee;
import org.dargah.catalog.LaterFee;
import org.dargah.catalog.Rules;
import org.dargah.catalog.Service;
import org.dargah.catalog.TaskKind;
import org.dargah.kernel.Tehran;
import org.springframework.stereotype.Component;

/** Tells the applicant that something is to be paid before the case goes on. */
@Component
class FeeNotices {

    private final Rules rules;
    private final Moves moves;
    private final CaseTexts texts;
    private final Clock clock;

    FeeNotices(Rules rules, Moves moves, CaseTexts texts, Clock clock) {
        this.rules = rules;
        this.moves = moves;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * @param locked in the engine's transaction, which opens the task
     * @throws IllegalStateException when fees.dmn gives nothing to pay: a pack whose fee may be
     *     nothing leads round the task
     */
    CaseFile ask(CaseFile locked, Service service, String task) {
        LaterFee later = service.laterFee(TaskKind.PAYMENT.nameIn(task)).orElseThrow();
        Fee fee = rules.fee(service, later, locked.facts(Tehran.today(clock)));
        if (fee.total().isZero()) {
            throw new IllegalStateException(
                    service + " asks for a fee of nothing: " + later.decision());
        }
        CaseFile asked =
                moves.move(
                        locked, Step.ASK_FEE, service, InquiryTask.by(locked.province(), service));
        texts.tellFee(asked, later, fee.total());
        return asked;
    }
}
