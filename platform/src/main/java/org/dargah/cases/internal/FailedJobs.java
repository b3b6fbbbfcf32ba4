package org.dargah.cases.internal;

import org.flowable.common.engine.impl.interceptor.Command;
import org.flowable.engine.impl.cmd.JobRetryCmd;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.job.api.JobInfo;
import org.flowable.job.service.JobServiceConfiguration;
import org.flowable.job.service.impl.asyncexecutor.AsyncRunnableExecutionExceptionHandler;
import org.flowable.job.service.impl.asyncexecutor.FailedJobCommandFactory;
import org.flowable.job.service.impl.persistence.entity.JobEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a job that failed. A registry may be silent over a long holiday, and a case never
 * gives up on it; anything else is tried for half an hour and then waits for a person, since what
 * is broken does not mend itself.
 */
final class FailedJobs implements FailedJobCommandFactory, AsyncRunnableExecutionExceptionHandler {

    /** At a pause of 30 seconds, half an hour. */
    static final int TRIES = 60;

    private static final Logger LOG = LoggerFactory.getLogger(FailedJobs.class);

    @Override
    public Command<Object> getCommand(String job, Throwable why) {
        var again = new JobRetryCmd(job, why);
        return isSilence(why)
                ? context -> {
                    JobEntity patient = CommandContextUtil.getJobService(context).findJobById(job);
                    if (patient != null) {
                        patient.setRetries(TRIES + 1);
                    }
                    return again.execute(context);
                }
                : again;
    }

    /**
     * Silence is no error: one line for each try of a long night, where the engine writes a page.
     */
    @Override
    public boolean handleException(JobServiceConfiguration engine, JobInfo job, Throwable why) {
        if (!isSilence(why)) {
            return false;
        }
        LOG.info("Job {}: {}", job.getId(), why.getMessage());
        var executor = engine.getCommandExecutor();
        executor.execute(
                executor.getDefaultConfig().transactionRequiresNew(), getCommand(job.getId(), why));
        return true;
    }

    private static boolean isSilence(Throwable why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof InquiryTask.RegistrySilent) {
                return true;
            }
        }
        return false;
    }
}
