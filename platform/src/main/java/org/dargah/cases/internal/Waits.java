package org.dargah.cases.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Task;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.TaskKind;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.Uuid7;
import org.flowable.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Steps that wait for a date: written down as tasks that nobody has to do. */
@Component("waits")
public class Waits {

    private static final int LONGEST = 365;
    private static final Actor TIME = Actor.system("cases", "سامانهٔ خودکار درگاه");

    private final Files files;
    private final TaskTable tasks;
    private final Catalog catalog;
    private final Acts acts;
    private final Clock clock;

    Waits(Files files, TaskTable tasks, Catalog catalog, Acts acts, Clock clock) {
        this.files = files;
        this.tasks = tasks;
        this.catalog = catalog;
        this.acts = acts;
        this.clock = clock;
    }

    /** The beginning of the day that was answered; never further away than a wait may last. */
    public Date until(DelegateExecution execution, String question) {
        return day(files.of(execution).answers(), question, clock);
    }

    static Date day(Map<String, Object> answers, String question, Clock clock) {
        LocalDate last = Tehran.today(clock).plusDays(LONGEST);
        LocalDate wanted = LocalDate.parse(String.valueOf(answers.get(question)));
        return Date.from(Tehran.startOf(wanted.isAfter(last) ? last : wanted));
    }

    void begun(String name, DelegateExecution execution, Date until) {
        CaseFile file = files.of(execution);
        LocalDate day = Tehran.dateOf(until.toInstant());
        tasks.open(
                new Task(
                        file.province(),
                        Uuid7.next(clock),
                        file.id(),
                        TaskKind.WAIT,
                        name,
                        file.agency(),
                        "time",
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        day,
                        0,
                        null,
                        null,
                        null,
                        null),
                null);
        record(Act.WAIT_BEGUN, file, day);
    }

    void over(String name, DelegateExecution execution) {
        CaseFile file = files.of(execution);
        if (tasks.done(file, name, "over", TIME)) {
            record(Act.WAIT_OVER, file, Tehran.today(clock));
        }
    }

    private void record(Act act, CaseFile file, LocalDate day) {
        acts.record(
                act,
                InquiryTask.by(file.province(), catalog.version(file.version()).orElseThrow())
                        .about(file.subject())
                        .in(file.id())
                        .at(file.agency())
                        .with("day", day.toString()));
    }
}
