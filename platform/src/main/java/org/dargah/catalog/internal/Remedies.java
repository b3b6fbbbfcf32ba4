package org.dargah.catalog.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dargah.catalog.TaskKind;

/** What to write in place of what a process may not hold. */
final class Remedies {

    private static final String HAPPENS = "leave it out: what a step does is told by its kind";
    private static final String SERVICE = "use a <serviceTask> with one of " + delegates();
    private static final String PERSON = "use a <userTask> with one of the ids " + people();
    private static final String CHOICE = "use an <exclusiveGateway> or a <parallelGateway>";
    private static final String WAITING =
            "use an <intermediateCatchEvent> with a timer, or the days of an opinion";
    private static final String FLAT = "write its steps into this one process";

    private static final Map<String, String> ELEMENTS =
            Map.ofEntries(
                    Map.entry("scriptTask", SERVICE),
                    Map.entry("script", SERVICE),
                    Map.entry("sendTask", "use a <serviceTask> with ${notify}"),
                    Map.entry("receiveTask", PERSON),
                    Map.entry("businessRuleTask", "use ${decide} and eligibility.dmn"),
                    Map.entry("manualTask", PERSON),
                    Map.entry("task", PERSON + ", or a <serviceTask>"),
                    Map.entry("callActivity", FLAT),
                    Map.entry("subProcess", FLAT),
                    Map.entry("transaction", FLAT),
                    Map.entry("adHocSubProcess", FLAT),
                    Map.entry("inclusiveGateway", CHOICE),
                    Map.entry("eventBasedGateway", CHOICE),
                    Map.entry("complexGateway", CHOICE),
                    Map.entry("boundaryEvent", WAITING),
                    Map.entry("intermediateThrowEvent", "use a <serviceTask> with ${notify}"),
                    Map.entry("messageEventDefinition", WAITING),
                    Map.entry("signalEventDefinition", WAITING),
                    Map.entry("timeCycle", "use <timeDuration> or <timeDate>"),
                    Map.entry("multiInstanceLoopCharacteristics", "name each step by itself"),
                    Map.entry("standardLoopCharacteristics", "lead a flow back by a gateway"),
                    Map.entry("extensionElements", HAPPENS),
                    Map.entry("executionListener", HAPPENS),
                    Map.entry("taskListener", HAPPENS));

    private static final Map<String, String> ATTRIBUTES =
            Map.of(
                    "class", "use flowable:delegateExpression with one of " + delegates(),
                    "expression", "use flowable:delegateExpression with one of " + delegates(),
                    "type", "use flowable:delegateExpression with one of " + delegates(),
                    "assignee", "leave it out: who does it is told by the id of the task",
                    "candidateUsers", "leave it out: who does it is told by the id of the task",
                    "candidateGroups", "leave it out: who does it is told by the id of the task",
                    "formKey", "leave it out: questions stand in form.json",
                    "dueDate", "leave it out: the time of a service stands in service.yaml");

    private Remedies() {}

    static String of(String element) {
        return ELEMENTS.getOrDefault(element, "docs/process-vocabulary.md lists what is");
    }

    static String ofAttribute(String attribute) {
        return ATTRIBUTES.getOrDefault(attribute, "leave it out");
    }

    static String delegates() {
        return listed(kind -> kind.who() == TaskKind.Who.PROGRAM, kind -> "${" + kind.id() + "}");
    }

    static String people() {
        return listed(TaskKind::isHuman, kind -> kind.isNamed() ? kind.idOf("<name>") : kind.id());
    }

    private static String listed(
            Predicate<TaskKind> which, java.util.function.Function<TaskKind, String> text) {
        return Arrays.stream(TaskKind.values())
                .filter(which)
                .map(text)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
