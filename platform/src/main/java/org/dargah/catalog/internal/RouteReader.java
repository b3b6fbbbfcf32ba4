package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dargah.catalog.Route;
import org.dargah.catalog.TaskKind;
import org.jspecify.annotations.Nullable;

/** Reads the graph of a process whose elements are those of the vocabulary. */
public final class RouteReader {

    private static final Pattern OUTCOME = Pattern.compile("outcome == '([a-z]+)'");
    private static final String FLOWABLE = "http://flowable.org/bpmn";

    private final List<Route.Stop> stops = new ArrayList<>();
    private final List<Route.Flow> flows = new ArrayList<>();
    private final Set<String> defaults = new HashSet<>();

    private RouteReader() {}

    public static Route read(String bpmn) {
        return read(XmlFile.read(Pack.PROCESS, bpmn));
    }

    static Route read(XmlFile xml) {
        var reader = new RouteReader();
        xml.elements().forEach(reader::element);
        return new Route(
                reader.stops,
                reader.flows.stream()
                        .map(flow -> reader.defaults.contains(flow.id()) ? otherwise(flow) : flow)
                        .toList());
    }

    private static Route.Flow otherwise(Route.Flow flow) {
        return new Route.Flow(
                flow.id(), flow.name(), flow.from(), flow.to(), flow.outcome(), true, flow.line());
    }

    private void element(XmlFile.Element element) {
        switch (element.name()) {
            case "startEvent" -> stop(element, Route.Kind.START, null);
            case "endEvent" -> stop(element, Route.Kind.END, null);
            case "parallelGateway" -> stop(element, Route.Kind.PARALLEL, null);
            case "exclusiveGateway" -> {
                defaults.add(element.attribute("default"));
                stop(element, Route.Kind.CHOICE, null);
            }
            case "intermediateCatchEvent" -> stop(element, Route.Kind.TASK, TaskKind.WAIT);
            case "userTask" ->
                    stop(
                            element,
                            Route.Kind.TASK,
                            TaskKind.ofUserTask(element.attribute("id")).orElse(null));
            case "serviceTask" -> {
                String delegate = element.attributes().getValue(FLOWABLE, "delegateExpression");
                stop(
                        element,
                        Route.Kind.TASK,
                        TaskKind.ofDelegate(delegate == null ? "" : delegate).orElse(null));
            }
            case "timeDuration", "timeDate" -> timer(element);
            case "sequenceFlow" ->
                    flows.add(
                            new Route.Flow(
                                    element.attribute("id"),
                                    element.attribute("name"),
                                    element.attribute("sourceRef"),
                                    element.attribute("targetRef"),
                                    "",
                                    false,
                                    element.line()));
            case "conditionExpression" -> condition(element);
            default -> {
                // Says nothing about the way.
            }
        }
    }

    private void stop(XmlFile.Element element, Route.Kind kind, @Nullable TaskKind task) {
        stops.add(
                new Route.Stop(
                        element.attribute("id"),
                        element.attribute("name"),
                        kind,
                        task,
                        "",
                        element.line()));
    }

    /** It stands inside the event that was read last. */
    private void timer(XmlFile.Element element) {
        if (!stops.isEmpty()) {
            Route.Stop wait = stops.removeLast();
            stops.add(
                    new Route.Stop(
                            wait.id(),
                            wait.name(),
                            wait.kind(),
                            wait.task(),
                            element.text().toString().strip(),
                            wait.line()));
        }
    }

    private void condition(XmlFile.Element element) {
        Matcher outcome = OUTCOME.matcher(element.text());
        if (!flows.isEmpty() && outcome.find()) {
            Route.Flow flow = flows.removeLast();
            flows.add(
                    new Route.Flow(
                            flow.id(),
                            flow.name(),
                            flow.from(),
                            flow.to(),
                            outcome.group(1),
                            flow.otherwise(),
                            flow.line()));
        }
    }
}
