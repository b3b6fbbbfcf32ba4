package org.dargah.cases;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.HumanTasks;
import org.dargah.cases.internal.InquiryTask;
import org.dargah.cases.internal.Moves;
import org.dargah.cases.internal.TaskTable;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Fee;
import org.dargah.catalog.LaterFee;
import org.dargah.catalog.Rules;
import org.dargah.catalog.Service;
import org.dargah.catalog.TaskKind;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Caller;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Tehran;
import org.dargah.payments.Invitation;
import org.dargah.payments.PaymentRequest;
import org.dargah.payments.PaymentSettled;
import org.dargah.payments.Payments;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is paid in the course of a case. The settlement lets the process go on in the very
 * transaction that wrote it; money that finds nothing to pay for goes back.
 */
@Component
public class LaterPayments {

    private static final String KEY = "case:";

    private final CaseTable table;
    private final TaskTable tasks;
    private final HumanTasks human;
    private final Moves moves;
    private final Catalog catalog;
    private final Rules rules;
    private final Payments payments;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LaterPayments(
            CaseTable table,
            TaskTable tasks,
            HumanTasks human,
            Moves moves,
            Catalog catalog,
            Rules rules,
            Payments payments,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.tasks = tasks;
        this.human = human;
        this.moves = moves;
        this.catalog = catalog;
        this.rules = rules;
        this.payments = payments;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the applicant is to pay now. */
    public record Due(Task task, LaterFee what, Fee fee) {}

    /** Empty when the case waits for no money. */
    public Optional<Due> due(CaseFile file) {
        return file.stage() == Stage.AWAITING_APPLICANT
                ? tasks.open(file, TaskKind.PAYMENT).map(task -> due(file, task))
                : Optional.empty();
    }

    private Due due(CaseFile file, Task task) {
        Service service = catalog.version(file.version()).orElseThrow();
        LaterFee what = service.laterFee(TaskKind.PAYMENT.nameIn(task.name())).orElseThrow();
        return new Due(task, what, rules.fee(service, what, file.facts(Tehran.today(clock))));
    }

    /**
     * Where the applicant pays; the same however often it is asked for. A case that has come to the
     * same fee a second time goes on: nobody pays it twice.
     */
    public Invitation invite(Applicant applicant, CaseFile file, Due due) {
        Invitation invitation = payments.request(wanted(applicant, file, due));
        if (invitation instanceof Invitation.AlreadyPaid) {
            transaction.executeWithoutResult(
                    status ->
                            table.lock(file.province(), file.id())
                                    .filter(now -> due(now).isPresent())
                                    .ifPresent(now -> goOn(now, due.task().name())));
        }
        return invitation;
    }

    private PaymentRequest wanted(Applicant applicant, CaseFile file, Due due) {
        var caller =
                new Caller(
                        file.agency(),
                        applicant.actor(),
                        applicant.channel(),
                        Applications.APPLYING,
                        file.id(),
                        null);
        List<org.dargah.payments.Fee> fees =
                due.fee().lines().stream()
                        .filter(line -> !line.amount().isZero())
                        .map(
                                line ->
                                        new org.dargah.payments.Fee(
                                                file.agency(), line.text().fa(), line.amount()))
                        .toList();
        return new PaymentRequest(
                file.province(),
                key(file.id(), due.task().name()),
                caller,
                file.subject(),
                due.what().title().fa(),
                fees,
                "/cases/" + file.tracking().text());
    }

    private static String key(CaseId id, String task) {
        return KEY + id + ":" + task;
    }

    /** The task of a key; empty for the fee of handing in, whose key has none. */
    private static Optional<String> task(PaymentSettled settled) {
        String of = KEY + settled.caseId() + ":";
        return settled.key().startsWith(of)
                ? Optional.of(settled.key().substring(of.length()))
                : Optional.empty();
    }

    @EventListener
    void on(PaymentSettled settled) {
        CaseId id = settled.caseId();
        Optional<String> task = task(settled);
        if (id == null || task.isEmpty()) {
            return;
        }
        table.lock(settled.province(), id)
                .filter(
                        file ->
                                due(file)
                                        .filter(due -> due.task().name().equals(task.get()))
                                        .filter(due -> due.fee().total().equals(settled.amount()))
                                        .isPresent())
                .ifPresent(file -> goOn(file, task.get()));
    }

    private void goOn(CaseFile file, String task) {
        Service service = catalog.version(file.version()).orElseThrow();
        CaseFile paid =
                moves.move(file, Step.FEE_PAID, service, InquiryTask.by(file.province(), service));
        human.done(
                paid,
                task,
                "paid",
                new Actor(Actor.Kind.CITIZEN, file.subject().toString(), "متقاضی"));
    }

    /** The application was withdrawn, or costs something else, while somebody paid. */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void giveBack(PaymentSettled settled) {
        CaseId id = settled.caseId();
        Optional<String> name = task(settled);
        if (id == null || name.isEmpty()) {
            return;
        }
        boolean used =
                tasks.ofCase(settled.province(), id).stream()
                        .anyMatch(task -> task.name().equals(name.get()) && task.isDone());
        if (!used) {
            table.find(settled.province(), id)
                    .ifPresent(
                            file ->
                                    payments.refund(
                                            settled.province(),
                                            settled.payment(),
                                            new Caller(
                                                    file.agency(),
                                                    Actor.system("cases", "سامانهٔ خودکار درگاه"),
                                                    Channel.SYSTEM,
                                                    Applications.APPLYING,
                                                    id,
                                                    null)));
        }
    }
}
