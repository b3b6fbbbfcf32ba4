package org.dargah.catalog.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dargah.catalog.Problem;
import org.dargah.catalog.TaskKind;
import org.dargah.kernel.ServiceCode;

/**
 * What process.bpmn may hold: the vocabulary of docs/process-vocabulary.md and nothing else. A
 * script, a class name or a free expression in it would run inside the program. Whether the way
 * that is made of it leads anywhere is told by {@link RouteRules}.
 */
final class ProcessRules {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String FLOWABLE = "http://flowable.org/bpmn";
    private static final Set<String> DRAWING =
            Set.of(
                    "http://www.omg.org/spec/BPMN/20100524/DI",
                    "http://www.omg.org/spec/DD/20100524/DC",
                    "http://www.omg.org/spec/DD/20100524/DI");

    /** Element → attributes that it may have, beside {@code id} and {@code name}. */
    private static final Map<String, Set<String>> ELEMENTS =
            Map.ofEntries(
                    Map.entry(
                            "definitions",
                            Set.of("targetNamespace", "exporter", "exporterVersion")),
                    Map.entry("process", Set.of("isExecutable")),
                    Map.entry("documentation", Set.of()),
                    Map.entry("incoming", Set.of()),
                    Map.entry("outgoing", Set.of()),
                    Map.entry("startEvent", Set.of()),
                    Map.entry("endEvent", Set.of()),
                    Map.entry("sequenceFlow", Set.of("sourceRef", "targetRef")),
                    Map.entry("exclusiveGateway", Set.of("default")),
                    Map.entry("parallelGateway", Set.of()),
                    Map.entry("serviceTask", Set.of("delegateExpression", "async")),
                    Map.entry("userTask", Set.of()),
                    Map.entry("intermediateCatchEvent", Set.of()),
                    Map.entry("timerEventDefinition", Set.of()),
                    Map.entry("timeDuration", Set.of("type")),
                    Map.entry("timeDate", Set.of("type")),
                    Map.entry("conditionExpression", Set.of("type")));

    private static final Pattern CONDITION =
            Pattern.compile(
                    Arrays.stream(TaskKind.values())
                            .flatMap(kind -> kind.outcomes().stream())
                            .distinct()
                            .collect(Collectors.joining("|", "\\$\\{outcome == '(", ")'}")));
    private static final Pattern DAYS = Pattern.compile("P([1-9][0-9]{0,2})D");
    private static final Pattern DATE = Pattern.compile("\\$\\{answers\\.[a-z][a-zA-Z0-9]{0,39}}");
    private static final int LONGEST_WAIT = 365;

    /** Where an expression of the vocabulary stands; {@link #special} knows which. */
    private static final Set<String> EXPRESSIVE = Set.of("conditionExpression", "timeDate");

    /** The kinds of parent inside which an element makes sense. */
    private static final Map<String, String> INSIDE =
            Map.of(
                    "timerEventDefinition", "intermediateCatchEvent",
                    "timeDuration", "timerEventDefinition",
                    "timeDate", "timerEventDefinition",
                    "conditionExpression", "sequenceFlow");

    private ProcessRules() {}

    static List<Problem> check(Pack pack) {
        XmlFile xml = XmlFile.read(Pack.PROCESS, pack.file(Pack.PROCESS));
        int processes = 0;
        for (XmlFile.Element element : xml.elements()) {
            words(element, xml);
            if (DRAWING.contains(element.namespace())) {
                continue;
            }
            known(element, xml);
            special(element, pack.code(), xml);
            processes += element.name().equals("process") ? 1 : 0;
        }
        if (xml.problems().isEmpty() && processes != 1) {
            xml.problem(0, "exactly one <process> is needed");
        }
        return xml.problems();
    }

    /** The engine evaluates names and descriptions too: what begins an expression is no word. */
    private static void words(XmlFile.Element element, XmlFile xml) {
        if (!EXPRESSIVE.contains(element.name()) && isExpression(element.text().toString())) {
            xml.problem(element.line(), "no expression may stand here: write plain words");
        }
        for (int i = 0; i < element.attributes().getLength(); i++) {
            String name = element.attributes().getLocalName(i);
            if (!name.equals("delegateExpression")
                    && isExpression(element.attributes().getValue(i))) {
                xml.problem(
                        element.line(),
                        "no expression may stand in the attribute " + name + ": write plain words");
            }
        }
    }

    private static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private static void known(XmlFile.Element element, XmlFile xml) {
        Set<String> allowed = ELEMENTS.get(element.name());
        if (!element.namespace().equals(BPMN) || allowed == null) {
            xml.problem(
                    element.line(),
                    "<"
                            + element.name()
                            + "> is not in the vocabulary of processes; "
                            + Remedies.of(element.name()));
            return;
        }
        String parent = INSIDE.get(element.name());
        if (parent != null && !parent.equals(element.parent())) {
            xml.problem(
                    element.line(), "<" + element.name() + "> stands inside a <" + parent + ">");
        }
        for (int i = 0; i < element.attributes().getLength(); i++) {
            String name = element.attributes().getLocalName(i);
            if (!allowed.contains(name) && !name.equals("id") && !name.equals("name")) {
                xml.problem(
                        element.line(),
                        "<"
                                + element.name()
                                + "> may not have the attribute "
                                + name
                                + "; "
                                + Remedies.ofAttribute(name));
            }
        }
    }

    private static void special(XmlFile.Element element, ServiceCode code, XmlFile xml) {
        String text = element.text().toString().strip();
        switch (element.name()) {
            case "process" -> {
                if (!element.attribute("id").equals(code.value())) {
                    xml.problem(element.line(), "the id of the process must be " + code.value());
                }
            }
            case "serviceTask" -> {
                String delegate = element.attributes().getValue(FLOWABLE, "delegateExpression");
                if (delegate == null || TaskKind.ofDelegate(delegate).isEmpty()) {
                    xml.problem(
                            element.line(),
                            "a service task needs one of these delegates: " + Remedies.delegates());
                }
            }
            case "userTask" -> {
                if (TaskKind.ofUserTask(element.attribute("id")).isEmpty()) {
                    xml.problem(
                            element.line(),
                            "a user task has one of these ids: " + Remedies.people());
                }
            }
            case "conditionExpression" -> {
                if (!CONDITION.matcher(text).matches()) {
                    xml.problem(
                            element.line(),
                            "a condition may only be ${outcome == '…'} with an outcome of the task"
                                    + " before it, such as approved, refused or correction");
                }
            }
            case "timeDuration" -> duration(element, text, xml);
            case "timeDate" -> {
                if (!DATE.matcher(text).matches()) {
                    xml.problem(
                            element.line(),
                            "a date to wait for is the answer to a question:"
                                    + " ${answers.<question>}");
                }
            }
            default -> {}
        }
    }

    private static void duration(XmlFile.Element element, String text, XmlFile xml) {
        var days = DAYS.matcher(text);
        if (!days.matches() || Integer.parseInt(days.group(1)) > LONGEST_WAIT) {
            xml.problem(
                    element.line(),
                    "a wait lasts a number of days up to " + LONGEST_WAIT + ", such as P14D");
        }
    }
}
