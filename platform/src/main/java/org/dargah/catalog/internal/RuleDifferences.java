package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dargah.catalog.Condition;
import org.dargah.catalog.Difference;
import org.dargah.catalog.Difference.Part;
import org.dargah.catalog.Difference.Said;
import org.dargah.catalog.Service;

/** What differs in the rules, row by row, and in the steps of the process. */
public final class RuleDifferences {

    private static final Set<String> STEPS =
            Set.of(
                    "startEvent",
                    "endEvent",
                    "userTask",
                    "serviceTask",
                    "exclusiveGateway",
                    "parallelGateway",
                    "intermediateCatchEvent",
                    "subProcess");

    private final Comparison found = new Comparison();
    private final Service after;

    private RuleDifferences(Service after) {
        this.after = after;
    }

    public static List<Difference> between(Service before, Service after) {
        var differences = new RuleDifferences(after);
        differences.rules(Pack.ELIGIBILITY, before.eligibility(), after.eligibility());
        differences.rules(Pack.FEES, before.feeRules(), after.feeRules());
        differences.process(before.process().xml(), after.process().xml());
        return differences.found.all();
    }

    private void rules(String file, String before, String after) {
        Map<String, DecisionRows> old = DecisionRows.of(file, before);
        Map<String, DecisionRows> fresh = DecisionRows.of(file, after);
        Set<String> names = new LinkedHashSet<>(old.keySet());
        names.addAll(fresh.keySet());
        for (String name : names) {
            decision(
                    name,
                    old.getOrDefault(name, DecisionRows.NONE),
                    fresh.getOrDefault(name, DecisionRows.NONE));
        }
    }

    /**
     * Only the rows that are not in both; a row that changed is one that went and one that came.
     */
    private void decision(String name, DecisionRows old, DecisionRows fresh) {
        var gone = new ArrayList<>(old.rows());
        gone.removeAll(fresh.rows());
        var come = new ArrayList<>(fresh.rows());
        come.removeAll(old.rows());
        String what = old.isTable() || fresh.isTable() ? "row" : "expression";
        Said about = about(name);
        for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
            found.compare(
                    Part.RULES,
                    what,
                    about,
                    i < gone.size() ? Said.code(gone.get(i)) : Said.NOTHING,
                    i < come.size() ? Said.code(come.get(i)) : Said.NOTHING);
        }
    }

    /** The condition that the decision answers, as far as there is one. */
    private Said about(String decision) {
        return after.conditions().stream()
                .filter(condition -> decision.equals(condition.decision()))
                .map(Condition::number)
                .findFirst()
                .<Said>map(Said.Numbered::new)
                .orElse(
                        decision.equals("fees")
                                ? new Said.Word("authoring.diff.part.fees")
                                : Said.code(decision));
    }

    private record Node(String id, String name) {}

    private void process(String before, String after) {
        List<Node> old = steps(before);
        List<Node> fresh = steps(after);
        found.each(
                old,
                fresh,
                Node::id,
                step -> Said.code(step.name()),
                Part.PROCESS,
                "step",
                (one, other) ->
                        found.compare(
                                Part.PROCESS,
                                "step",
                                Said.code(one.name()),
                                Said.code(other.name())));
        found.compare(
                Part.PROCESS,
                "ways",
                new Said.All(ways(before, after).stream().map(Said::code).toList()),
                new Said.All(ways(after, before).stream().map(Said::code).toList()));
    }

    private static List<Node> steps(String xml) {
        return XmlFile.read(Pack.PROCESS, xml).elements().stream()
                .filter(element -> STEPS.contains(element.name()))
                .filter(element -> !element.attribute("name").isEmpty())
                .map(element -> new Node(element.attribute("id"), element.attribute("name")))
                .toList();
    }

    /** The ways from step to step that the other process does not have. */
    private static List<String> ways(String xml, String other) {
        var ways = new ArrayList<>(ways(xml));
        ways.removeAll(ways(other));
        return ways;
    }

    private static List<String> ways(String xml) {
        Map<String, String> names = new LinkedHashMap<>();
        List<XmlFile.Element> elements = XmlFile.read(Pack.PROCESS, xml).elements();
        elements.forEach(e -> names.put(e.attribute("id"), e.attribute("name")));
        return elements.stream()
                .filter(element -> element.name().equals("sequenceFlow"))
                .map(
                        flow ->
                                names.getOrDefault(flow.attribute("sourceRef"), "")
                                        + " ← "
                                        + names.getOrDefault(flow.attribute("targetRef"), ""))
                .map(way -> way.replace("←", "›"))
                .toList();
    }
}
