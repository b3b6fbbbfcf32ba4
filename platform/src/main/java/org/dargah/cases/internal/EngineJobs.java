package org.dargah.cases.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dargah.kernel.Backlog;
import org.dargah.kernel.CaseId;
import org.flowable.common.engine.api.query.Query;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The process engine's jobs: those that wait, those that fail, and those it has given up. */
@Component
public class EngineJobs {

    /**
     * @param step the name of its place in the process
     * @param dead given up
     */
    public record Job(String id, CaseId caseId, String step, Instant since, boolean dead) {}

    private final ManagementService jobs;
    private final RuntimeService running;

    EngineJobs(ManagementService jobs, RuntimeService running) {
        this.jobs = jobs;
        this.running = running;
    }

    Backlog waiting() {
        return backlog(jobs.createJobQuery().orderByJobCreateTime().asc());
    }

    Backlog retrying() {
        return backlog(jobs.createTimerJobQuery().withException().orderByJobCreateTime().asc());
    }

    Backlog dead() {
        return backlog(jobs.createDeadLetterJobQuery().orderByJobCreateTime().asc());
    }

    private static Backlog backlog(Query<?, org.flowable.job.api.Job> oldestFirst) {
        long count = oldestFirst.count();
        return new Backlog(
                count,
                oldestFirst.listPage(0, 1).stream()
                        .findFirst()
                        .map(job -> job.getCreateTime().toInstant())
                        .orElse(null));
    }

    public List<Job> dead(int most) {
        return read(
                jobs.createDeadLetterJobQuery().orderByJobCreateTime().asc().listPage(0, most),
                true);
    }

    public Optional<Job> dead(String id) {
        return read(jobs.createDeadLetterJobQuery().jobId(id).list(), true).stream().findFirst();
    }

    public List<Job> failing(int most) {
        return read(
                jobs.createTimerJobQuery()
                        .withException()
                        .orderByJobCreateTime()
                        .asc()
                        .listPage(0, most),
                false);
    }

    public void revive(String id) {
        jobs.moveDeadLetterJobToExecutableJob(id, FailedJobs.TRIES);
    }

    private List<Job> read(Collection<org.flowable.job.api.Job> found, boolean dead) {
        Map<String, CaseId> cases = casesOf(found);
        return found.stream()
                .flatMap(
                        job ->
                                Stream.ofNullable(cases.get(job.getProcessInstanceId()))
                                        .map(file -> read(job, file, dead)))
                .toList();
    }

    private Map<String, CaseId> casesOf(Collection<org.flowable.job.api.Job> found) {
        if (found.isEmpty()) {
            return Map.of();
        }
        return running
                .createProcessInstanceQuery()
                .processInstanceIds(
                        found.stream()
                                .map(org.flowable.job.api.Job::getProcessInstanceId)
                                .collect(Collectors.toSet()))
                .list()
                .stream()
                .collect(
                        Collectors.toMap(
                                ProcessInstance::getId,
                                instance -> CaseId.parse(instance.getBusinessKey()).orElseThrow()));
    }

    private static Job read(org.flowable.job.api.Job job, CaseId caseId, boolean dead) {
        String name = job.getElementName();
        return new Job(
                job.getId(),
                caseId,
                name == null || name.isBlank() ? job.getElementId() : name,
                job.getCreateTime().toInstant(),
                dead);
    }
}
