package org.dargah.cases.internal;

import java.util.Objects;
import org.dargah.acts.Entry;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Stage;
import org.dargah.cases.Step;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.dargah.identity.Identity;
import org.dargah.identity.Person;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Purpose;
import org.dargah.payments.PaymentFailed;
import org.dargah.payments.PaymentSettled;
import org.dargah.payments.Payments;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * What money means for a case. The fee hands the application in, in the very transaction that wrote
 * the settlement: never paid without a case. Money that finds no application to hand in goes back.
 */
@Component
class Money {

    private static final Purpose APPLYING = new Purpose("application");

    private final CaseTable table;
    private final Catalog catalog;
    private final Identity identity;
    private final Moves moves;
    private final Signatures signatures;
    private final Submissions submissions;
    private final Payments payments;

    Money(
            CaseTable table,
            Catalog catalog,
            Identity identity,
            Moves moves,
            Signatures signatures,
            Submissions submissions,
            Payments payments) {
        this.table = table;
        this.catalog = catalog;
        this.identity = identity;
        this.moves = moves;
        this.signatures = signatures;
        this.submissions = submissions;
        this.payments = payments;
    }

    @EventListener
    void on(PaymentSettled settled) {
        if (settled.caseId() == null || !isForHandingIn(settled)) {
            return;
        }
        table.lock(settled.province(), settled.caseId())
                .filter(
                        file ->
                                file.stage() == Stage.AWAITING_PAYMENT
                                        || file.stage() == Stage.DRAFT)
                .filter(file -> file.fee().equals(settled.amount()))
                .filter(signatures::complete)
                .ifPresent(file -> handIn(file.priced(file.fee(), settled.payment())));
    }

    /** What is paid later in a case has a longer key. */
    private static boolean isForHandingIn(PaymentSettled settled) {
        return settled.key().equals("case:" + settled.caseId());
    }

    private void handIn(CaseFile file) {
        Service service = catalog.version(file.version()).orElseThrow();
        Person person = identity.person(file.subject()).orElseThrow();
        var actor = new Actor(Actor.Kind.CITIZEN, file.subject().toString(), "متقاضی");
        submissions.handIn(
                file,
                service,
                Entry.by(file.province(), actor, file.channel(), APPLYING),
                Objects.requireNonNull(person.mobile(), "applicants sign in by a mobile"));
    }

    @EventListener
    void on(PaymentFailed failed) {
        if (failed.caseId() == null) {
            return;
        }
        table.lock(failed.province(), failed.caseId())
                .filter(file -> file.stage() == Stage.AWAITING_PAYMENT)
                .ifPresent(
                        file -> {
                            Service service = catalog.version(file.version()).orElseThrow();
                            moves.move(
                                    file,
                                    Step.PAYMENT_FAILED,
                                    service,
                                    InquiryTask.by(file.province(), service));
                        });
    }

    /** A fee changed or an application was withdrawn while somebody paid: that money goes back. */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void giveBack(PaymentSettled settled) {
        if (settled.caseId() == null || !isForHandingIn(settled)) {
            return;
        }
        table.find(settled.province(), settled.caseId())
                .filter(file -> !settled.payment().equals(file.payment()))
                .ifPresent(
                        file ->
                                payments.refund(
                                        settled.province(),
                                        settled.payment(),
                                        new Caller(
                                                file.agency(),
                                                Actor.system("cases", "سامانهٔ خودکار درگاه"),
                                                Channel.SYSTEM,
                                                APPLYING,
                                                file.id(),
                                                null)));
    }
}
