package org.dargah.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way of a case as a graph: where it stops, and what leads from one stop to the next. */
public record Route(List<Stop> stops, List<Flow> flows) {

    /**
     * One element of the process.
     *
     * @param task its kind; null for events and gateways
     * @param timer what a wait waits for: a period, or the expression of a date; else empty
     * @param line of process.bpmn
     */
    public record Stop(
            String id, String name, Kind kind, @Nullable TaskKind task, String timer, int line) {

        public boolean is(TaskKind wanted) {
            return task == wanted;
        }

        /** True when somebody or a date is waited for. */
        public boolean rests() {
            return task != null && (task.isHuman() || task == TaskKind.WAIT);
        }
    }

    /** What kind of element. */
    public enum Kind {
        START,
        END,
        TASK,
        CHOICE,
        PARALLEL
    }

    /**
     * What leads on.
     *
     * @param outcome for which it is taken; empty when it is not a condition
     * @param otherwise true for the way that is taken when no condition holds
     */
    public record Flow(
            String id,
            String name,
            String from,
            String to,
            String outcome,
            boolean otherwise,
            int line) {}

    public Route {
        stops = List.copyOf(stops);
        flows = List.copyOf(flows);
    }

    public Optional<Stop> stop(String id) {
        return stops.stream().filter(stop -> stop.id().equals(id)).findFirst();
    }

    public boolean has(TaskKind kind) {
        return stops.stream().anyMatch(stop -> stop.is(kind));
    }

    public List<Flow> from(Stop stop) {
        return flows.stream().filter(flow -> flow.from().equals(stop.id())).toList();
    }

    public List<Flow> into(Stop stop) {
        return flows.stream().filter(flow -> flow.to().equals(stop.id())).toList();
    }

    public List<Stop> after(Stop stop) {
        return from(stop).stream().flatMap(flow -> stop(flow.to()).stream()).toList();
    }

    /** What the last word of a person leads to: the supervisor's where one signs. */
    public Stop behindDecision() {
        return stops.stream()
                .filter(stop -> stop.is(TaskKind.SUPERVISOR_SIGNATURE))
                .findFirst()
                .or(() -> stops.stream().filter(s -> s.is(TaskKind.OFFICER_DECISION)).findFirst())
                .flatMap(stop -> after(stop).stream().findFirst())
                .orElseThrow();
    }

    public List<Stop> before(Stop stop) {
        return into(stop).stream().flatMap(flow -> stop(flow.from()).stream()).toList();
    }
}
