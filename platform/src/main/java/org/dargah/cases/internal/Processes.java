package org.dargah.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dargah.cases.CaseFile;
import org.dargah.catalog.Service;
import org.dargah.catalog.VersionId;
import org.dargah.kernel.CaseId;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.repository.ProcessDefinition;
import org.flowable.engine.runtime.Execution;
import org.flowable.task.api.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ways of cases, as the process engine walks them: each version of a service brings its own.
 */
@Component
public class Processes {

    private final RepositoryService definitions;
    private final RuntimeService running;
    private final TaskService tasks;
    private final Map<VersionId, String> known = new ConcurrentHashMap<>();

    Processes(RepositoryService definitions, RuntimeService running, TaskService tasks) {
        this.definitions = definitions;
        this.running = running;
        this.tasks = tasks;
    }

    /** Starts the case's process unless it was started before. */
    @Transactional
    void start(CaseFile file, Service service) {
        if (running.createProcessInstanceQuery().processInstanceBusinessKey(key(file.id())).count()
                > 0) {
            return;
        }
        running.startProcessInstanceById(
                definition(service), key(file.id()), Map.of("province", file.province().code()));
    }

    /** Remembered only once the database has it: a deployment may yet be rolled back. */
    private String definition(Service service) {
        String remembered = known.get(service.version());
        if (remembered != null) {
            return remembered;
        }
        String version = service.version().toString();
        Optional<ProcessDefinition> deployed = deployed(version);
        deployed.ifPresent(definition -> known.put(service.version(), definition.getId()));
        return deployed.orElseGet(() -> deploy(service, version)).getId();
    }

    private Optional<ProcessDefinition> deployed(String version) {
        return definitions
                .createProcessDefinitionQuery()
                .parentDeploymentId(version)
                .list()
                .stream()
                .findFirst();
    }

    private ProcessDefinition deploy(Service service, String version) {
        definitions
                .createDeployment()
                .name(service.code().value())
                .parentDeploymentId(version)
                .addBytes(service.code() + ".bpmn", service.process().bpmn())
                .deploy();
        return deployed(version).orElseThrow();
    }

    /** Ends the open human task of a case; the process goes on by the outcome. */
    void complete(CaseId id, String taskKey, String outcome) {
        Task task =
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(key(id))
                        .taskDefinitionKey(taskKey)
                        .singleResult();
        if (task == null) {
            throw new IllegalStateException("Case " + id + " has no open task " + taskKey);
        }
        tasks.complete(task.getId(), Map.of("outcome", outcome));
    }

    /** Leaves whatever the case's process stands at, and goes on from that step. */
    void leap(CaseId id, String step, String outcome) {
        String instance =
                running.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key(id))
                        .singleResult()
                        .getId();
        leap(running, instance, step, outcome);
    }

    static void leap(RuntimeService running, String instance, String step, String outcome) {
        running.setVariable(instance, "outcome", outcome);
        List<String> open =
                running
                        .createExecutionQuery()
                        .processInstanceId(instance)
                        .onlyChildExecutions()
                        .list()
                        .stream()
                        .map(Execution::getId)
                        .toList();
        running.createChangeActivityStateBuilder()
                .moveExecutionsToSingleActivityId(open, step)
                .changeState();
    }

    /** Ends the process of a withdrawn case where it stands. */
    void cancel(CaseId id) {
        running.createProcessInstanceQuery()
                .processInstanceBusinessKey(key(id))
                .list()
                .forEach(instance -> running.deleteProcessInstance(instance.getId(), "withdrawn"));
    }

    /** The ids of the steps at which the case's process stands; none once it is over. */
    public List<String> standsAt(CaseId id) {
        return running
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key(id))
                .list()
                .stream()
                .flatMap(
                        instance ->
                                running
                                        .getActiveActivityIds(instance.getProcessInstanceId())
                                        .stream())
                .toList();
    }

    static String key(CaseId id) {
        return id.toString();
    }
}
