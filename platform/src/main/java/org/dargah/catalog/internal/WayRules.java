package org.dargah.catalog.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dargah.catalog.Problem;
import org.dargah.catalog.Route;
import org.dargah.catalog.Route.Flow;
import org.dargah.catalog.Route.Kind;
import org.dargah.catalog.Route.Stop;
import org.dargah.catalog.TaskKind;

/**
 * Walks every way that a case can take, with what is settled on it by then: one decision, after the
 * registries were asked, and a document if it is an approval.
 */
final class WayRules {

    /** What is settled at a point of a way. */
    private record Settled(boolean asked, String decision, boolean issued) {}

    private record Point(Stop stop, Settled settled) {}

    private static final Settled NOTHING = new Settled(false, "", false);
    private static final String APPROVED = "approved";
    private static final Set<String> DECISIONS = Set.of(APPROVED, "refused");
    private static final Set<TaskKind> AFTERWARDS =
            Set.of(TaskKind.ISSUE, TaskKind.NOTIFY, TaskKind.WAIT);

    private final Route route;
    private final Set<Problem> problems = new HashSet<>();
    private final Set<Point> seen = new HashSet<>();
    private final Deque<Point> open = new ArrayDeque<>();
    private final TaskKind decides;

    WayRules(Route route) {
        this.route = route;
        // Before a supervisor's signature an officer's decision is a proposal.
        this.decides =
                route.has(TaskKind.SUPERVISOR_SIGNATURE)
                        ? TaskKind.SUPERVISOR_SIGNATURE
                        : TaskKind.OFFICER_DECISION;
    }

    List<Problem> problems() {
        if (!route.has(decides) && !route.has(TaskKind.DECIDE)) {
            return List.of(
                    Problem.of(
                            Pack.PROCESS,
                            "nobody decides; add a user task 'officerDecision' or a service task"
                                    + " ${decide}"));
        }
        if (decides == TaskKind.SUPERVISOR_SIGNATURE && !route.has(TaskKind.OFFICER_DECISION)) {
            return List.of(
                    Problem.of(
                            Pack.PROCESS,
                            "there is nothing to sign; put a user task 'officerDecision' before"
                                    + " 'supervisorSignature'"));
        }
        route.stops().stream()
                .filter(stop -> stop.kind() == Kind.START)
                .forEach(stop -> open.add(new Point(stop, NOTHING)));
        while (!open.isEmpty()) {
            Point point = open.pop();
            if (seen.add(point)) {
                walk(point.stop(), point.settled());
            }
        }
        var sorted = new ArrayList<>(problems);
        sorted.sort(java.util.Comparator.comparingInt(Problem::line));
        return sorted;
    }

    private void walk(Stop stop, Settled settled) {
        TaskKind task = stop.task();
        if (stop.kind() == Kind.END) {
            end(stop, settled);
        } else if (task == null) {
            lead(stop, settled, "");
        } else if (allowed(stop, task, settled)) {
            done(stop, task, settled);
        }
    }

    private void end(Stop stop, Settled settled) {
        if (settled.decision().isEmpty()) {
            add(stop, "a way ends here without a decision; lead it through one");
        } else if (settled.decision().equals(APPROVED) && !settled.issued()) {
            add(
                    stop,
                    "a way that approves ends here without a document; put a service task"
                            + " ${issue} on it");
        }
    }

    private boolean allowed(Stop stop, TaskKind task, Settled settled) {
        boolean over = !settled.decision().isEmpty();
        boolean decision = task == TaskKind.DECIDE || task == decides;
        if (over && decision) {
            return !add(
                    stop,
                    "a case could be decided twice here; lead a decided way on to ${issue},"
                            + " ${notify} and the end");
        }
        if (over && !AFTERWARDS.contains(task)) {
            return !add(
                    stop,
                    RouteRules.named(stop)
                            + " comes after the decision, where nobody may act any more; put it"
                            + " before");
        }
        if (!settled.asked() && task != TaskKind.INQUIRY && task != TaskKind.WAIT) {
            return !add(
                    stop,
                    RouteRules.named(stop)
                            + " comes before the registries were asked; put a service task"
                            + " ${inquiry} before it");
        }
        if (task == TaskKind.ISSUE && !settled.decision().equals(APPROVED)) {
            return !add(stop, "a document would be issued without an approval; put it behind one");
        }
        if (task == TaskKind.NOTIFY && !over) {
            return !add(stop, "there is no result to tell yet; put ${notify} behind the decision");
        }
        return true;
    }

    private void done(Stop stop, TaskKind task, Settled settled) {
        if (task.outcomes().isEmpty()) {
            lead(
                    stop,
                    new Settled(
                            settled.asked() || task == TaskKind.INQUIRY,
                            settled.decision(),
                            settled.issued() || task == TaskKind.ISSUE),
                    "");
            return;
        }
        for (String outcome : task.outcomes()) {
            boolean decided =
                    (task == decides || task == TaskKind.DECIDE) && DECISIONS.contains(outcome);
            lead(stop, decided ? new Settled(settled.asked(), outcome, false) : settled, outcome);
        }
    }

    /** A gateway right behind a task knows its outcome. */
    private void lead(Stop stop, Settled settled, String outcome) {
        for (Flow flow : route.from(stop)) {
            Stop next = route.stop(flow.to()).orElseThrow();
            if (next.kind() == Kind.CHOICE && !outcome.isEmpty() && route.from(next).size() > 1) {
                chosen(next, outcome)
                        .flatMap(way -> route.stop(way.to()))
                        .ifPresent(to -> open.add(new Point(to, settled)));
            } else {
                open.add(new Point(next, settled));
            }
        }
    }

    private Optional<Flow> chosen(Stop gateway, String outcome) {
        List<Flow> ways = route.from(gateway);
        return ways.stream()
                .filter(way -> way.outcome().equals(outcome))
                .findFirst()
                .or(() -> ways.stream().filter(Flow::otherwise).findFirst());
    }

    /** Always true, for whoever wants to say so and stop. */
    private boolean add(Stop stop, String what) {
        problems.add(new Problem(Pack.PROCESS, stop.line(), "", what));
        return true;
    }
}
