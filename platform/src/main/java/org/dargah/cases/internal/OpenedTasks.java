package org.dargah.cases.internal;

import java.time.Clock;
import java.time.LocalDate;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Task;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Opinion;
import org.dargah.catalog.Service;
import org.dargah.catalog.TaskKind;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.Uuid7;
import org.dargah.kernel.WorkingCalendar;
import org.flowable.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes a row for each task that the engine opens, in the engine's own transaction: whoever finds
 * a case at a step finds the task that does it.
 */
@Component
class OpenedTasks {

    private final Files files;
    private final TaskTable tasks;
    private final Catalog catalog;
    private final Offices offices;
    private final FeeNotices notices;
    private final Acts acts;
    private final WorkingCalendar calendar;
    private final Clock clock;

    OpenedTasks(
            Files files,
            TaskTable tasks,
            Catalog catalog,
            Offices offices,
            FeeNotices notices,
            Acts acts,
            WorkingCalendar calendar,
            Clock clock) {
        this.files = files;
        this.tasks = tasks;
        this.catalog = catalog;
        this.offices = offices;
        this.notices = notices;
        this.acts = acts;
        this.calendar = calendar;
        this.clock = clock;
    }

    void opened(String name, DelegateExecution execution) {
        open(name, files.of(execution), execution);
    }

    private void open(String name, CaseFile file, DelegateExecution execution) {
        TaskKind kind =
                TaskKind.ofUserTask(name)
                        .orElseThrow(() -> new IllegalStateException("No kind of task: " + name));
        Service service = catalog.version(file.version()).orElseThrow();
        switch (kind) {
            case OPINION -> opinion(name, file, service);
            case INSPECTION -> {
                open(kind, name, file, file.agency(), "inspector", null, null);
                acts.record(
                        Act.INSPECTION_NEEDED,
                        InquiryTask.by(file.province(), service)
                                .about(file.subject())
                                .in(file.id())
                                .at(file.agency()));
            }
            case SUPERVISOR_SIGNATURE ->
                    open(kind, name, file, file.agency(), "supervisor", null, null);
            case PAYMENT -> {
                open(kind, name, file, file.agency(), "citizen", null, null);
                files.leave(execution, notices.ask(files.locked(execution), service, name));
            }
            case ASK_APPLICANT -> open(kind, name, file, file.agency(), "citizen", null, null);
            case OFFICER_DECISION, INQUIRY, DECIDE, ISSUE, NOTIFY, WAIT ->
                    open(kind, name, file, file.agency(), "officer", null, null);
        }
    }

    private void opinion(String name, CaseFile file, Service service) {
        Opinion opinion = service.opinion(TaskKind.OPINION.nameIn(name)).orElseThrow();
        AgencyCode body = offices.asked(file, opinion);
        LocalDate due = calendar.plusWorkingDays(Tehran.today(clock), opinion.days());
        String onSilence = opinion.silence() == Opinion.Silence.AGREES ? "agree" : null;
        open(TaskKind.OPINION, name, file, body, "officer", due, onSilence);
        acts.record(
                Act.OPINION_ASKED,
                InquiryTask.by(file.province(), service)
                        .about(file.subject())
                        .in(file.id())
                        .at(body)
                        .with("until", due.toString()));
    }

    private void open(
            TaskKind kind,
            String name,
            CaseFile file,
            AgencyCode body,
            String role,
            @Nullable LocalDate due,
            @Nullable String onSilence) {
        tasks.open(
                new Task(
                        file.province(),
                        Uuid7.next(clock),
                        file.id(),
                        kind,
                        name,
                        body,
                        role,
                        clock.instant(),
                        due,
                        0,
                        null,
                        null,
                        null,
                        null),
                onSilence);
    }
}
