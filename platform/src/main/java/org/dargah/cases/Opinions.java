package org.dargah.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.cases.internal.Assigned;
import org.dargah.cases.internal.CaseTable;
import org.dargah.cases.internal.HumanTasks;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Opinion;
import org.dargah.catalog.Service;
import org.dargah.catalog.TaskKind;
import org.dargah.identity.Role;
import org.dargah.kernel.Actor;
import org.dargah.kernel.Channel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What other agencies say about a case. They see the facts that its pack lists for them and nothing
 * else; whatever nobody asked them does not exist for them.
 */
@Component
public class Opinions {

    private static final int LONGEST = 2_000;
    private static final Duration SITTING = Duration.ofMinutes(15);

    private final CaseTable table;
    private final Catalog catalog;
    private final Assigned assigned;
    private final HumanTasks human;
    private final Acts acts;
    private final Clock clock;

    Opinions(
            CaseTable table,
            Catalog catalog,
            Assigned assigned,
            HumanTasks human,
            Acts acts,
            Clock clock) {
        this.table = table;
        this.catalog = catalog;
        this.assigned = assigned;
        this.human = human;
        this.acts = acts;
        this.clock = clock;
    }

    /** What is asked, about which case. */
    public record Open(Task task, CaseFile file, Service service, Opinion asked) {}

    /** The three answers. */
    public enum Choice {
        AGREE,
        CONDITION,
        DISAGREE;

        /** The outcome in the process. */
        public String outcome() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Optional<Choice> of(String name) {
            return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
        }
    }

    /**
     * What an agency says.
     *
     * @param text the condition or the reason, as officer and applicant read it
     * @param conditions the numbered conditions that a disagreement cites
     */
    public record Answer(Choice choice, String text, List<Integer> conditions) {

        public Answer {
            conditions = List.copyOf(conditions);
        }
    }

    /** Opens what this official's agency is asked; that he looked is recorded. */
    @Transactional
    public Optional<Open> open(Official official, UUID id) {
        return find(official, id).map(held -> seen(official, held.task(), held.file()));
    }

    private Optional<Assigned.Held> find(Official official, UUID id) {
        return assigned.find(official, id, TaskKind.OPINION, Role.OFFICER, Role.SUPERVISOR);
    }

    private Open seen(Official official, Task task, CaseFile file) {
        if (task.isOpen() && !looksAlready(official, file)) {
            acts.record(Act.OPINION_OPENED, by(official.actor(), Channel.PORTAL, task, file));
        }
        Service service = catalog.version(file.version()).orElseThrow();
        return new Open(task, file, service, asked(task, service));
    }

    private boolean looksAlready(Official official, CaseFile file) {
        Instant earlier = clock.instant().minus(SITTING);
        return acts.ofCase(file.province(), file.id()).stream()
                .filter(line -> line.act() == Act.OPINION_OPENED && line.at().isAfter(earlier))
                .anyMatch(line -> line.entry().actor().equals(official.actor()));
    }

    private static Opinion asked(Task task, Service service) {
        return service.opinion(TaskKind.OPINION.nameIn(task.name())).orElseThrow();
    }

    /** Gives the opinion of the official's agency; the case goes on. */
    @Transactional
    public Doing answer(Official official, UUID id, int revision, Answer answer) {
        Assigned.Held held = assigned.lock(find(official, id).orElseThrow());
        CaseFile file = held.file();
        Task task = held.task();
        if (!task.isOpen() || task.revision() != revision) {
            return answer.choice().outcome().equals(task.outcome())
                            && official.actor().id().equals(task.doneBy())
                    ? new Doing.Done(file)
                    : new Doing.Overtaken(file);
        }
        Service service = catalog.version(file.version()).orElseThrow();
        List<Doing.Flaw> flaws = flaws(answer, service);
        if (!flaws.isEmpty()) {
            return new Doing.Flawed(flaws);
        }
        CaseFile told = told(file, task, answer, false);
        acts.record(
                Act.OPINION_GIVEN,
                by(official.actor(), Channel.PORTAL, task, file)
                        .with("opinion", answer.choice().outcome())
                        .with("conditions", cited(answer)));
        human.done(told, task.name(), answer.choice().outcome(), official.actor());
        return new Doing.Done(told);
    }

    private static List<Doing.Flaw> flaws(Answer answer, Service service) {
        var flaws = new ArrayList<Doing.Flaw>();
        if (answer.choice() != Choice.AGREE && answer.text().isBlank()) {
            flaws.add(Doing.Flaw.of("text", "cases.opinion.flaw." + answer.choice().outcome()));
        }
        if (answer.text().length() > LONGEST) {
            flaws.add(Doing.Flaw.of("text", "cases.flaw.too_long"));
        }
        if (answer.choice() == Choice.DISAGREE && answer.conditions().isEmpty()) {
            flaws.add(Doing.Flaw.of("conditions", "cases.flaw.no_condition"));
        }
        if (answer.conditions().stream().anyMatch(n -> service.condition(n).isEmpty())) {
            flaws.add(Doing.Flaw.of("conditions", "cases.flaw.unknown_condition"));
        }
        return flaws;
    }

    private static String cited(Answer answer) {
        return answer.choice() == Choice.DISAGREE
                ? String.join(",", answer.conditions().stream().map(String::valueOf).toList())
                : "";
    }

    /**
     * Lets silence answer where the days are over and the pack says that silence agrees.
     *
     * @return false when somebody was quicker
     */
    @Transactional
    public boolean silence(Task overdue, Actor time) {
        Assigned.Held held = assigned.lock(overdue);
        CaseFile file = held.file();
        Task task = held.task();
        if (!task.isOpen()) {
            return false;
        }
        CaseFile told = told(file, task, new Answer(Choice.AGREE, "", List.of()), true);
        acts.record(Act.OPINION_SILENT, by(time, Channel.SYSTEM, task, file));
        human.done(told, task.name(), Choice.AGREE.outcome(), time);
        return true;
    }

    /** Beside what others have said by now. */
    private CaseFile told(CaseFile file, Task task, Answer answer, boolean silent) {
        String name = TaskKind.OPINION.nameIn(task.name());
        Map<String, Object> fields =
                new HashMap<>(file.said(Opinion.FACTS).map(Facts.Said::fields).orElse(Map.of()));
        fields.put(name + ".outcome", answer.choice().outcome());
        fields.put(name + ".text", answer.text());
        fields.put(name + ".silent", silent);
        CaseFile told = file.heard(Opinion.FACTS, new Facts.Said(true, fields, clock.instant()));
        table.update(told);
        return told;
    }

    private static Entry by(Actor actor, Channel channel, Task task, CaseFile file) {
        return Entry.by(file.province(), actor, channel, Desk.DECIDING)
                .about(file.subject())
                .in(file.id())
                .at(task.body());
    }
}
