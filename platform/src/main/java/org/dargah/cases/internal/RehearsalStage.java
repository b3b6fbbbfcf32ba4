package org.dargah.cases.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.dargah.catalog.Example;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Form;
import org.dargah.catalog.Rules;
import org.dargah.catalog.Service;
import org.dargah.catalog.TaskKind;
import org.dargah.documents.Certificates;
import org.dargah.documents.Order;
import org.dargah.kernel.DocumentId;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Uuid7;
import org.flowable.engine.ManagementService;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.TaskService;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.repository.ProcessDefinition;
import org.flowable.job.api.Job;
import org.flowable.task.api.Task;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks one example through the process of its pack, in a transaction that leaves nothing. */
@Component
public class RehearsalStage implements AutoCloseable {

    /**
     * What came of it.
     *
     * @param trouble why the walk broke off; empty when it did not
     */
    public record Played(Example.Got got, String trouble) {}

    private final RehearsalEngine stage;
    private final TransactionTemplate transaction;
    private final Contents contents;
    private final Certificates certificates;
    private final Province province;
    private final Clock clock;

    RehearsalStage(
            DataSource data,
            PlatformTransactionManager transactions,
            Contents contents,
            Certificates certificates,
            @Value("${flowable.database-schema}") String schema,
            @Value("${dargah.province}") String province,
            Clock clock) {
        this.stage = new RehearsalEngine(data, transactions, schema, clock, this::issue);
        this.transaction = new TransactionTemplate(transactions);
        this.contents = contents;
        this.certificates = certificates;
        this.province = new Province(province);
        this.clock = clock;
    }

    /** Ends the engine with the program, if it was needed. */
    @Override
    public void close() {
        stage.close();
    }

    public Played play(Service service, Example example, Rules rules) {
        var walk = new Rehearsal(service, example, rules);
        return ScopedValue.where(RehearsalEngine.NOW, walk)
                .call(
                        () ->
                                Objects.requireNonNull(
                                        transaction.execute(
                                                status -> {
                                                    status.setRollbackOnly();
                                                    return play(walk, service);
                                                })));
    }

    private Played play(Rehearsal walk, Service service) {
        try {
            walk.handIn();
            String end = walked(walk, service);
            walk.mustBeOver();
            return new Played(walk.got(end), "");
        } catch (RuntimeException e) {
            return halt(e).map(end -> new Played(walk.got(end), ""))
                    .orElseGet(() -> new Played(walk.got(""), whole(e)));
        }
    }

    /** The engine wraps what delegates throw. */
    private static Optional<String> halt(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof Rehearsal.Halt halt) {
                return Optional.of(String.valueOf(halt.getMessage()));
            }
        }
        return Optional.empty();
    }

    private static String whole(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    private String walked(Rehearsal walk, Service service) {
        ProcessEngine engine = stage.engine();
        // A tenant of its own: no number that a real deployment would have to wait for.
        String apart = Uuid7.next(clock).toString();
        ProcessDefinition definition = deployed(engine, service, apart);
        try {
            String instance =
                    engine.getRuntimeService()
                            .startProcessInstanceById(
                                    definition.getId(), Map.of("province", province.code()))
                            .getId();
            boolean goesOn = true;
            while (goesOn) {
                goesOn = step(engine, instance, walk);
            }
            return end(engine, instance, walk);
        } finally {
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getProcessDefinitionCache()
                    .remove(definition.getId());
        }
    }

    private static ProcessDefinition deployed(
            ProcessEngine engine, Service service, String tenant) {
        engine.getRepositoryService()
                .createDeployment()
                .name("rehearsal")
                .tenantId(tenant)
                .addBytes(service.code() + ".bpmn", service.process().bpmn())
                .deploy();
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionTenantId(tenant)
                .singleResult();
    }

    /** True while there is something to do: by a person, or by time. */
    private static boolean step(ProcessEngine engine, String instance, Rehearsal walk) {
        TaskService tasks = engine.getTaskService();
        List<Task> open = tasks.createTaskQuery().processInstanceId(instance).list();
        if (open.isEmpty()) {
            return waited(engine.getManagementService(), instance);
        }
        Optional<Example.Doing> doing =
                walk.next(open.stream().map(Task::getTaskDefinitionKey).toList());
        if (doing.filter(Example.Doing::isSilence).isPresent()) {
            Processes.leap(
                    engine.getRuntimeService(),
                    instance,
                    walk.service().process().route().behindDecision().id(),
                    walk.silence(doing.get()));
            return true;
        }
        doing.ifPresent(
                done -> {
                    walk.done(done);
                    Task task =
                            open.stream()
                                    .filter(t -> t.getTaskDefinitionKey().equals(done.task()))
                                    .findFirst()
                                    .orElseThrow();
                    tasks.complete(
                            task.getId(),
                            done.outcome()
                                    .<Map<String, Object>>map(what -> Map.of("outcome", what))
                                    .orElse(Map.of()));
                });
        return doing.isPresent();
    }

    /** Nobody waits for real: the day comes at once. */
    private static boolean waited(ManagementService jobs, String instance) {
        List<Job> timers = jobs.createTimerJobQuery().processInstanceId(instance).list();
        timers.stream()
                .findFirst()
                .ifPresent(
                        timer ->
                                jobs.executeJob(
                                        jobs.moveTimerToExecutableJob(timer.getId()).getId()));
        return !timers.isEmpty();
    }

    private static String end(ProcessEngine engine, String instance, Rehearsal walk) {
        List<Task> open =
                engine.getTaskService().createTaskQuery().processInstanceId(instance).list();
        if (open.isEmpty()) {
            if (walk.outcome().isEmpty()) {
                throw new IllegalStateException("the process ended without a decision");
            }
            return walk.outcome();
        }
        return open.stream()
                        .allMatch(
                                task ->
                                        TaskKind.ofUserTask(task.getTaskDefinitionKey())
                                                .filter(
                                                        kind ->
                                                                kind.who()
                                                                        == TaskKind.Who.APPLICANT)
                                                .isPresent())
                ? Example.APPLICANT
                : Example.OFFICER;
    }

    private void issue(Rehearsal walk) {
        walk.issued(certificates.read(order(walk.service(), walk.facts())));
    }

    private Order order(Service service, Facts facts) {
        return contents.order(
                service,
                facts,
                new Contents.Of(
                        province,
                        service.agency(),
                        DocumentId.next(clock),
                        new Order.Holder(PersonId.next(clock), "نمونه نمونه‌پور"),
                        null,
                        "نمونه",
                        null));
    }

    /** The document as it would be printed, with what is known in the end. */
    public Optional<byte[]> specimen(Service service, Example example) {
        Facts facts = example.replied();
        for (Example.Doing doing : example.course()) {
            facts = example.after(facts, doing);
        }
        Form.Checked checked = service.form().check(example.lastAnswers(), facts);
        return checked.isGood() && !service.outputs().isEmpty()
                ? Optional.of(
                        certificates.specimen(order(service, facts.answers(checked.values()))))
                : Optional.empty();
    }
}
