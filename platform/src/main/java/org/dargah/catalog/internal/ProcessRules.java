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
 * script, a class name or a free expression in it would run inside the program.
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
            Map.of(
                    "definitions", Set.of("targetNamespace"),
                    "process", Set.of("isExecutable"),
                    "documentation", Set.of(),
                    "startEvent", Set.of(),
                    "endEvent", Set.of(),
                    "sequenceFlow", Set.of("sourceRef", "targetRef"),
                    "exclusiveGateway", Set.of("default"),
                    "serviceTask", Set.of("delegateExpression", "async"),
                    "userTask", Set.of(),
                    "conditionExpression", Set.of("type"));

    private static final Pattern CONDITION =
            Pattern.compile(
                    Arrays.stream(TaskKind.values())
                            .flatMap(kind -> kind.outcomes().stream())
                            .distinct()
                            .collect(Collectors.joining("|", "\\$\\{outcome == '(", ")'}")));

    private ProcessRules() {}

    static List<Problem> check(Pack pack) {
        XmlFile xml = XmlFile.read(Pack.PROCESS, pack.file(Pack.PROCESS));
        int processes = 0;
        for (XmlFile.Element element : xml.elements()) {
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

    private static void known(XmlFile.Element element, XmlFile xml) {
        Set<String> allowed = ELEMENTS.get(element.name());
        if (!element.namespace().equals(BPMN) || allowed == null) {
            xml.problem(
                    element.line(),
                    "<" + element.name() + "> is not in the vocabulary of processes");
            return;
        }
        for (int i = 0; i < element.attributes().getLength(); i++) {
            String name = element.attributes().getLocalName(i);
            if (!allowed.contains(name) && !name.equals("id") && !name.equals("name")) {
                xml.problem(
                        element.line(),
                        "<" + element.name() + "> may not have the attribute " + name);
            }
        }
    }

    private static void special(XmlFile.Element element, ServiceCode code, XmlFile xml) {
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
                            "a service task needs one of these delegates: " + ids(false));
                }
            }
            case "userTask" -> {
                if (TaskKind.ofUserTask(element.attribute("id")).isEmpty()) {
                    xml.problem(element.line(), "a user task has one of these ids: " + ids(true));
                }
            }
            case "conditionExpression" -> {
                if (!CONDITION.matcher(element.text().toString().strip()).matches()) {
                    xml.problem(
                            element.line(),
                            "a condition may only be ${outcome == 'approved'}, 'refused' or"
                                    + " 'correction'");
                }
            }
            default -> {}
        }
    }

    private static String ids(boolean human) {
        return Arrays.stream(TaskKind.values())
                .filter(kind -> human ? kind.isHuman() : kind.who() == TaskKind.Who.PROGRAM)
                .map(kind -> human ? kind.id() : "${" + kind.id() + "}")
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
