package org.dargah.cases;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dargah.cases.internal.Processes;
import org.dargah.cases.internal.TaskTable;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Route;
import org.springframework.stereotype.Component;

/**
 * Where a case stands on its way. The engine keeps no history (ADR 79): what is behind a case is
 * what every way to its present place passes, and what its tasks tell.
 */
@Component
public class Standing {

    private final Processes processes;
    private final TaskTable tasks;
    private final Catalog catalog;

    Standing(Processes processes, TaskTable tasks, Catalog catalog) {
        this.processes = processes;
        this.tasks = tasks;
        this.catalog = catalog;
    }

    /** Behind, here or ahead. */
    public enum Place {
        DONE,
        NOW,
        AHEAD
    }

    /**
     * One stop of the way.
     *
     * @param tasks what was or is to be done there, the oldest first
     */
    public record Step(Route.Stop stop, Place place, List<Task> tasks) {

        public Step {
            tasks = List.copyOf(tasks);
        }
    }

    /** Every stop in the order in which a case comes to it. */
    public List<Step> of(CaseFile file) {
        Route route = catalog.version(file.version()).orElseThrow().process().route();
        List<Task> all = tasks.ofCase(file.province(), file.id());
        Set<String> now = new HashSet<>(processes.standsAt(file.id()));
        Set<String> behind = behind(route, file, all, now);
        return ordered(route).stream()
                .map(
                        stop ->
                                new Step(
                                        stop,
                                        now.contains(stop.id())
                                                ? Place.NOW
                                                : behind.contains(stop.id())
                                                        ? Place.DONE
                                                        : Place.AHEAD,
                                        all.stream()
                                                .filter(task -> task.name().equals(stop.id()))
                                                .toList()))
                .toList();
    }

    private static Set<String> behind(Route route, CaseFile file, List<Task> all, Set<String> now) {
        Set<String> reached = new HashSet<>(now);
        all.stream().filter(task -> task.doneAt() != null).forEach(t -> reached.add(t.name()));
        if (now.isEmpty() && file.stage().isEnd() && file.stage() != Stage.WITHDRAWN) {
            reached.addAll(toTheEnd(route, file.stage() == Stage.APPROVED));
        }
        Set<String> behind = new HashSet<>(reached);
        for (String place : reached) {
            route.stop(place).ifPresent(stop -> behind.addAll(before(route, stop)));
        }
        behind.removeAll(now);
        return behind;
    }

    /** Behind the decision the way is told by its outcome. */
    private static Set<String> toTheEnd(Route route, boolean approved) {
        String outcome = approved ? "approved" : "refused";
        Set<String> passed = new HashSet<>();
        for (Route.Stop gateway : route.stops()) {
            boolean decides =
                    route.before(gateway).stream()
                            .anyMatch(
                                    stop ->
                                            stop.task() != null
                                                    && stop.task().outcomes().contains("refused"));
            if (gateway.kind() == Route.Kind.CHOICE && decides) {
                Optional<Route.Flow> way = way(route, gateway, outcome);
                Optional<Route.Stop> at = way.flatMap(flow -> route.stop(flow.to()));
                Set<String> one = new HashSet<>(Set.of(gateway.id()));
                while (at.isPresent() && !at.get().rests() && one.add(at.get().id())) {
                    Route.Stop stop = at.get();
                    if (stop.kind() == Route.Kind.END) {
                        passed.addAll(one);
                    }
                    at = route.after(stop).stream().findFirst();
                }
            }
        }
        return passed;
    }

    private static Optional<Route.Flow> way(Route route, Route.Stop gateway, String outcome) {
        List<Route.Flow> ways = route.from(gateway);
        return ways.stream()
                .filter(flow -> flow.outcome().equals(outcome))
                .findFirst()
                .or(() -> ways.stream().filter(Route.Flow::otherwise).findFirst());
    }

    /** The stops that no way from the start to this one leaves out. */
    private static Set<String> before(Route route, Route.Stop place) {
        Set<String> before = new HashSet<>();
        for (Route.Stop without : route.stops()) {
            if (!without.id().equals(place.id()) && !reaches(route, place, without)) {
                before.add(without.id());
            }
        }
        return before;
    }

    private static boolean reaches(Route route, Route.Stop place, Route.Stop without) {
        Set<String> seen = new HashSet<>();
        Deque<Route.Stop> open = new ArrayDeque<>();
        route.stops().stream().filter(s -> s.kind() == Route.Kind.START).forEach(open::add);
        while (!open.isEmpty()) {
            Route.Stop stop = open.pop();
            if (stop.id().equals(without.id()) || !seen.add(stop.id())) {
                continue;
            }
            if (stop.id().equals(place.id())) {
                return true;
            }
            open.addAll(route.after(stop));
        }
        return false;
    }

    private static List<Route.Stop> ordered(Route route) {
        List<Route.Stop> ordered = new ArrayList<>();
        Deque<Route.Stop> open = new ArrayDeque<>();
        route.stops().stream().filter(s -> s.kind() == Route.Kind.START).forEach(open::add);
        while (!open.isEmpty()) {
            Route.Stop stop = open.poll();
            if (!ordered.contains(stop)) {
                ordered.add(stop);
                open.addAll(route.after(stop));
            }
        }
        return ordered;
    }
}
