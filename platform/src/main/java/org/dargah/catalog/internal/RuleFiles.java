package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dargah.catalog.Problem;

/**
 * What eligibility.dmn and fees.dmn may hold before the rule engine sees them: decisions, tables
 * and FEEL expressions over declared facts. No import, no external function, no clock of its own.
 */
final class RuleFiles {

    private static final Set<String> VERSIONS =
            Set.of(
                    "https://www.omg.org/spec/DMN/20191111/MODEL/",
                    "https://www.omg.org/spec/DMN/20211108/MODEL/",
                    "https://www.omg.org/spec/DMN/20230324/MODEL/");
    private static final Set<String> REFUSED =
            Set.of(
                    "import",
                    "knowledgeSource",
                    "decisionService",
                    "functionDefinition",
                    "context",
                    "for",
                    "every",
                    "some",
                    "filter");
    private static final Set<String> FEEL =
            Set.of(
                    "",
                    "feel",
                    "FEEL",
                    "https://www.omg.org/spec/DMN/20191111/FEEL/",
                    "https://www.omg.org/spec/DMN/20211108/FEEL/",
                    "https://www.omg.org/spec/DMN/20230324/FEEL/");
    private static final int MOST_ROWS = 2000;
    private static final int MOST_DECISIONS = 100;

    private final XmlFile xml;

    private RuleFiles(XmlFile xml) {
        this.xml = xml;
    }

    static RuleFiles read(Pack pack, String file) {
        var read = new RuleFiles(XmlFile.read(file, pack.file(file)));
        read.xml.elements().forEach(read::check);
        read.amounts();
        read.recursion();
        return read;
    }

    private void check(XmlFile.Element element) {
        if (element.parent().isEmpty() && !VERSIONS.contains(element.namespace())) {
            xml.problem(element.line(), "not DMN 1.3, 1.4 or 1.5: " + element.namespace());
        }
        if (REFUSED.contains(element.name())) {
            xml.problem(element.line(), "<" + element.name() + "> is not allowed in rules");
        }
        String kind = element.attribute("kind");
        if (!kind.isEmpty() && !kind.equals("FEEL")) {
            xml.problem(element.line(), "a function of kind " + kind + " is not allowed in rules");
        }
        if (!FEEL.contains(element.attribute("expressionLanguage"))) {
            xml.problem(element.line(), "expressions are written in FEEL");
        }
        if (element.name().equals("text")) {
            FeelLimits.problems(element.text().toString())
                    .forEach(what -> xml.problem(element.line(), what));
            if (!element.parent().equals("literalExpression")
                    && FeelLimits.goesThroughLists(element.text().toString())) {
                xml.problem(
                        element.line(),
                        "a cell of a table holds no loop and no filter: make it a decision");
            }
        }
    }

    private void amounts() {
        most("rule", MOST_ROWS);
        most("decision", MOST_DECISIONS);
        most("businessKnowledgeModel", MOST_DECISIONS);
    }

    private void most(String name, int most) {
        List<XmlFile.Element> found =
                xml.elements().stream().filter(element -> element.name().equals(name)).toList();
        if (found.size() > most) {
            xml.problem(
                    found.get(most).line(), "more than " + most + " <" + name + "> in one file");
        }
    }

    /** One that calls another could call itself, or double what the other doubles. */
    private void recursion() {
        boolean inside = false;
        for (XmlFile.Element element : xml.elements()) {
            if (element.parent().equals("definitions")) {
                inside = element.name().equals("businessKnowledgeModel");
            }
            if (inside && element.name().equals("requiredKnowledge")) {
                xml.problem(
                        element.line(),
                        "a business knowledge model calls neither itself nor others");
            }
        }
    }

    /** The facts that the file reads must be among those that the pack can know. */
    List<Problem> checkFacts(Set<String> known) {
        for (XmlFile.Element element : xml.elements()) {
            String name = element.attribute("name");
            if (element.name().equals("inputData") && !known.contains(name)) {
                xml.problem(element.line(), "no ask of service.yaml is named " + name);
            }
        }
        return problems();
    }

    Set<String> decisions() {
        Set<String> names = new HashSet<>();
        for (XmlFile.Element element : xml.elements()) {
            if (element.name().equals("decision")) {
                names.add(element.attribute("name"));
            }
        }
        return names;
    }

    /** Where a decision begins; 0 if there is none of that name. */
    int lineOf(String decision) {
        return xml.elements().stream()
                .filter(element -> element.name().equals("decision"))
                .filter(element -> element.attribute("name").equals(decision))
                .mapToInt(XmlFile.Element::line)
                .findFirst()
                .orElse(0);
    }

    List<Problem> problems() {
        return new ArrayList<>(xml.problems());
    }
}
