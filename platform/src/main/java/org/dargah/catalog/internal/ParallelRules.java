package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dargah.catalog.Problem;
import org.dargah.catalog.Route;
import org.dargah.catalog.Route.Kind;
import org.dargah.catalog.Route.Stop;
import org.dargah.catalog.TaskKind;

/**
 * Ways side by side: they part at one gateway and meet at the next, and between the two only
 * opinions and visits stand, one after another. So no outcome is read that another way has written,
 * and nothing runs on after the decision.
 */
final class ParallelRules {

    private static final Set<TaskKind> BESIDE = Set.of(TaskKind.OPINION, TaskKind.INSPECTION);

    private final Route route;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> joins = new HashSet<>();

    ParallelRules(Route route) {
        this.route = route;
    }

    List<Problem> problems() {
        List<Stop> gateways =
                route.stops().stream().filter(s -> s.kind() == Kind.PARALLEL).toList();
        gateways.stream().filter(gateway -> route.from(gateway).size() > 1).forEach(this::parting);
        gateways.stream()
                .filter(gateway -> route.from(gateway).size() == 1)
                .filter(gateway -> !joins.contains(gateway.id()))
                .forEach(
                        gateway ->
                                add(
                                        gateway,
                                        "no ways that have parted meet at "
                                                + RouteRules.named(gateway)
                                                + "; leave it out"));
        return problems;
    }

    private void parting(Stop gateway) {
        if (route.into(gateway).size() != 1) {
            add(gateway, RouteRules.named(gateway) + " parts and joins at once; use two gateways");
        }
        Set<String> ends = new HashSet<>();
        for (Stop first : route.after(gateway)) {
            end(first).ifPresent(end -> ends.add(end.id()));
        }
        if (problems.isEmpty() && ends.size() != 1) {
            add(
                    gateway,
                    "the ways that part at "
                            + RouteRules.named(gateway)
                            + " do not meet; lead each to the same <parallelGateway>");
        }
        ends.stream()
                .flatMap(id -> route.stop(id).stream())
                .filter(join -> route.into(join).size() != route.from(gateway).size())
                .forEach(
                        join ->
                                add(
                                        join,
                                        "as many ways meet at "
                                                + RouteRules.named(join)
                                                + " as part at "
                                                + RouteRules.named(gateway)));
        joins.addAll(ends);
    }

    /** The gateway at which one way ends. */
    private Optional<Stop> end(Stop first) {
        Stop at = first;
        Set<String> seen = new HashSet<>();
        while (at.task() != null && BESIDE.contains(at.task()) && seen.add(at.id())) {
            at = route.after(at).getFirst();
        }
        if (at.kind() == Kind.PARALLEL) {
            return Optional.of(at);
        }
        add(
                at,
                RouteRules.named(at)
                        + " stands on a way beside others, where only opinions and inspections"
                        + " may; put it behind the gateway at which the ways meet");
        return Optional.empty();
    }

    private void add(Stop at, String what) {
        problems.add(new Problem(Pack.PROCESS, at.line(), "", what));
    }
}
