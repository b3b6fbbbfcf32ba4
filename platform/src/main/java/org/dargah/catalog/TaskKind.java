package org.dargah.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of tasks that a process may have: the one table behind docs/process-vocabulary.md. A
 * kind that is not here does not exist for packs; adding one is an issue and an ADR.
 */
public enum TaskKind {
    INQUIRY(Who.PROGRAM, "inquiry"),
    DECIDE(Who.PROGRAM, "decide", "approved", "refused"),
    ISSUE(Who.PROGRAM, "issue"),
    NOTIFY(Who.PROGRAM, "notify"),
    OFFICER_DECISION(Who.OFFICIAL, "officerDecision", "approved", "refused", "correction"),
    SUPERVISOR_SIGNATURE(Who.OFFICIAL, "supervisorSignature", "approved", "refused", "returned"),
    INSPECTION(Who.OFFICIAL, "inspection", "passed", "failed"),
    OPINION(Who.OTHER_AGENCY, "opinion", "agree", "condition", "disagree"),
    ASK_APPLICANT(Who.APPLICANT, "askApplicant"),
    PAYMENT(Who.APPLICANT, "payment"),
    WAIT(Who.TIME, "wait");

    /** Who does it. */
    public enum Who {
        PROGRAM,
        OFFICIAL,
        OTHER_AGENCY,
        APPLICANT,
        TIME
    }

    /** Between the id of the kind and the name that the pack gave, as in {@code opinion-water}. */
    private static final char NAMED = '-';

    private final Who who;
    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
    private final List<String> outcomes;

    TaskKind(Who who, String id, String... outcomes) {
        this.who = who;
        this.id = id;
        this.outcomes = List.of(outcomes);
    }

    public Who who() {
        return who;
    }

    /** The word for it in process.bpmn: an id of a user task, or a delegate. */
    public String id() {
        return id;
    }

    /** What a gateway right behind it may ask {@code outcome} for; empty when it leaves none. */
    public List<String> outcomes() {
        return outcomes;
    }

    /** True when a person does it, in a user task. */
    public boolean isHuman() {
        return who == Who.OFFICIAL || who == Who.OTHER_AGENCY || who == Who.APPLICANT;
    }

    /** True when one process may have several, each with the name of its declaration. */
    public boolean isNamed() {
        return this == OPINION || this == PAYMENT;
    }

    /** The kind of a user task, by its id in process.bpmn. */
    public static Optional<TaskKind> ofUserTask(String id) {
        return Arrays.stream(values())
                .filter(TaskKind::isHuman)
                .filter(kind -> kind.isNamed() ? !name(kind, id).isEmpty() : kind.id.equals(id))
                .findFirst();
    }

    /** The kind of a service task, by its delegate such as <code>${issue}</code>. */
    public static Optional<TaskKind> ofDelegate(String delegate) {
        return Arrays.stream(values())
                .filter(kind -> kind.who == Who.PROGRAM)
                .filter(kind -> delegate.equals("${" + kind.id + "}"))
                .findFirst();
    }

    /** {@code water} of {@code opinion-water}; empty for a kind that is not named. */
    public String nameIn(String taskId) {
        return isNamed() ? name(this, taskId) : "";
    }

    private static String name(TaskKind kind, String id) {
        return id.startsWith(kind.id + NAMED) ? id.substring(kind.id.length() + 1) : "";
    }

    /** The id of the user task for a declaration of that name. */
    public String idOf(String name) {
        return id + NAMED + name;
    }
}
