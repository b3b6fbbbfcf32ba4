package org.dargah.catalog.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.Form;
import org.dargah.catalog.Problem;
import org.dargah.catalog.Route;
import org.dargah.catalog.Route.Flow;
import org.dargah.catalog.Route.Kind;
import org.dargah.catalog.Route.Stop;
import org.dargah.catalog.Service;
import org.dargah.catalog.TaskKind;

/**
 * Whether the way of a case leads from its submission to one decision and an end, whatever people
 * do. What is wrong is said at its line, with what to do about it.
 */
final class RouteRules {

    private final Route route;
    private final Service service;
    private final Declared card;
    private final List<Problem> problems = new ArrayList<>();

    RouteRules(Service service, Declared card) {
        this.route = service.process().route();
        this.service = service;
        this.card = card;
    }

    List<Problem> problems() {
        shape();
        if (problems.isEmpty()) {
            route.stops().forEach(this::ways);
            unreachable();
            circles();
        }
        if (problems.isEmpty()) {
            problems.addAll(new ParallelRules(route).problems());
            waits();
            declared();
            problems.addAll(new WayRules(route).problems());
        }
        return problems;
    }

    private void shape() {
        Set<String> ids = new HashSet<>();
        for (Stop stop : route.stops()) {
            if (stop.id().isEmpty() || !ids.add(stop.id())) {
                add(stop.line(), "each element needs an id of its own: '" + stop.id() + "'");
            }
        }
        for (Flow flow : route.flows()) {
            for (String end : List.of(flow.from(), flow.to())) {
                if (!ids.contains(end)) {
                    add(
                            flow.line(),
                            "the flow '" + flow.id() + "' leads to nothing: no '" + end + "'");
                }
            }
        }
        List<Stop> starts =
                route.stops().stream().filter(stop -> stop.kind() == Kind.START).toList();
        if (starts.size() != 1) {
            add(
                    starts.isEmpty() ? 0 : starts.get(1).line(),
                    "a process has exactly one <startEvent>");
        }
    }

    private void ways(Stop stop) {
        List<Flow> on = route.from(stop);
        if (stop.kind() == Kind.END && !on.isEmpty()) {
            add(on.getFirst().line(), "nothing follows an end; lead to a step before it");
        }
        if (stop.kind() == Kind.START && !route.into(stop).isEmpty()) {
            add(stop.line(), "nothing leads back to the start; lead to the step after it");
        }
        if (stop.kind() != Kind.END && on.isEmpty()) {
            add(
                    stop.line(),
                    named(stop)
                            + " is a dead end; lead on by a <sequenceFlow>, at last to an"
                            + " <endEvent>");
        }
        boolean gateway = stop.kind() == Kind.CHOICE || stop.kind() == Kind.PARALLEL;
        if (!gateway && on.size() > 1) {
            add(
                    stop.line(),
                    named(stop)
                            + " leads on in several ways; put an <exclusiveGateway> or a"
                            + " <parallelGateway> behind it");
        }
        if (stop.kind() != Kind.CHOICE) {
            on.stream()
                    .filter(flow -> !flow.outcome().isEmpty())
                    .forEach(
                            flow ->
                                    add(
                                            flow.line(),
                                            "only flows out of an <exclusiveGateway> have a"
                                                    + " condition; leave it out"));
        } else if (on.size() > 1) {
            choice(stop, on);
        }
    }

    private void choice(Stop gateway, List<Flow> on) {
        List<Flow> others = on.stream().filter(Flow::otherwise).toList();
        if (others.size() != 1) {
            add(
                    gateway.line(),
                    named(gateway) + " has no default; name one of its flows in default=\"…\"");
        }
        for (Flow flow : on) {
            if (flow.otherwise() != flow.outcome().isEmpty()) {
                add(
                        flow.line(),
                        flow.otherwise()
                                ? "the default flow has no condition; leave it out"
                                : "the flow '"
                                        + flow.id()
                                        + "' needs a condition, or to be the"
                                        + " default");
            }
        }
        for (Stop before : route.before(gateway)) {
            TaskKind task = before.task();
            if (task == null || task.outcomes().isEmpty()) {
                add(
                        gateway.line(),
                        named(before)
                                + " leaves no outcome for "
                                + named(gateway)
                                + "; put the gateway right behind the task that does");
                continue;
            }
            on.stream()
                    .filter(flow -> !flow.outcome().isEmpty())
                    .filter(flow -> !task.outcomes().contains(flow.outcome()))
                    .forEach(
                            flow ->
                                    add(
                                            flow.line(),
                                            named(before)
                                                    + " never ends with '"
                                                    + flow.outcome()
                                                    + "'; use one of "
                                                    + String.join(", ", task.outcomes())));
        }
    }

    private void unreachable() {
        Set<String> reached = new HashSet<>();
        Deque<Stop> open = new ArrayDeque<>();
        route.stops().stream().filter(s -> s.kind() == Kind.START).forEach(open::add);
        while (!open.isEmpty()) {
            Stop stop = open.pop();
            if (reached.add(stop.id())) {
                open.addAll(route.after(stop));
            }
        }
        route.stops().stream()
                .filter(stop -> !reached.contains(stop.id()))
                .forEach(
                        stop ->
                                add(
                                        stop.line(),
                                        named(stop)
                                                + " is never reached; lead a <sequenceFlow> to"
                                                + " it, or leave it out"));
    }

    /** A circle in which nobody is waited for would run for ever. */
    private void circles() {
        for (Stop start : route.stops()) {
            Set<String> seen = new HashSet<>();
            Deque<Stop> open = new ArrayDeque<>(List.of(start));
            while (!open.isEmpty()) {
                Stop stop = open.pop();
                if (stop.rests()) {
                    continue;
                }
                for (Stop next : route.after(stop)) {
                    if (next.id().equals(start.id())) {
                        add(
                                start.line(),
                                named(start)
                                        + " comes back to itself without a human task or a"
                                        + " wait in between; put one in the circle");
                        return;
                    }
                    if (seen.add(next.id())) {
                        open.add(next);
                    }
                }
            }
        }
    }

    private void waits() {
        for (Stop stop : route.stops()) {
            if (!stop.is(TaskKind.WAIT)) {
                continue;
            }
            if (stop.timer().isEmpty()) {
                add(
                        stop.line(),
                        named(stop)
                                + " waits for nothing; put a <timerEventDefinition> with"
                                + " <timeDuration> or <timeDate> into it");
            } else if (stop.timer().startsWith("$") && !isDate(question(stop.timer()))) {
                add(
                        stop.line(),
                        "the form asks everybody for no date '" + question(stop.timer()) + "'");
            }
        }
    }

    private static String question(String expression) {
        return expression.substring("${answers.".length(), expression.length() - 1);
    }

    private boolean isDate(String question) {
        return service.form().pages().stream()
                .filter(page -> page.when() == null)
                .flatMap(page -> page.fields().stream())
                .filter((Form.Field field) -> field.name().equals(question))
                .anyMatch(field -> field.kind() == FieldKind.DATE && !field.optional());
    }

    /** What the card declares and what the process does are the same tasks. */
    private void declared() {
        for (Stop stop : route.stops()) {
            if (stop.is(TaskKind.INSPECTION) && service.inspection() == null) {
                add(
                        stop.line(),
                        "service.yaml declares no inspection; write its title, notice and"
                                + " checklist there");
            }
            if (stop.is(TaskKind.OPINION)
                    && service.opinion(TaskKind.OPINION.nameIn(stop.id())).isEmpty()) {
                add(
                        stop.line(),
                        "service.yaml declares no opinion '"
                                + TaskKind.OPINION.nameIn(stop.id())
                                + "'; write agency, question and days there");
            }
        }
        for (Stop stop : route.stops()) {
            if (stop.is(TaskKind.PAYMENT)
                    && service.laterFee(TaskKind.PAYMENT.nameIn(stop.id())).isEmpty()) {
                add(
                        stop.line(),
                        "service.yaml declares no later fee for "
                                + named(stop)
                                + "; write its title, decision and lines there");
            }
        }
        for (int i = 0; i < service.laterFees().size(); i++) {
            String id = TaskKind.PAYMENT.idOf(service.laterFees().get(i).name());
            if (route.stop(id).isEmpty()) {
                problems.add(
                        card.problem(
                                "/laterFees/" + i,
                                "process.bpmn has no user task '"
                                        + id
                                        + "'; add it, or leave this out"));
            }
        }
        if (service.inspection() != null && !route.has(TaskKind.INSPECTION)) {
            problems.add(
                    card.problem(
                            "/inspection",
                            "process.bpmn has no user task 'inspection'; add it, or leave this"
                                    + " out"));
        }
        for (int i = 0; i < service.opinions().size(); i++) {
            String id = TaskKind.OPINION.idOf(service.opinions().get(i).name());
            if (route.stop(id).isEmpty()) {
                problems.add(
                        card.problem(
                                "/opinions/" + i,
                                "process.bpmn has no user task '"
                                        + id
                                        + "'; add it, or leave this"
                                        + " out"));
            }
        }
    }

    static String named(Stop stop) {
        return "'" + stop.id() + "'";
    }

    private void add(int line, String what) {
        problems.add(new Problem(Pack.PROCESS, line, "", what));
    }
}
