package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
            Set.of("import", "knowledgeSource", "decisionService");
    private static final Pattern EXTERNAL =
            Pattern.compile("\\bexternal\\b|\\bjava\\s*:|\\bpmml\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOCK = Pattern.compile("\\b(now|today)\\s*\\(\\s*\\)");

    private final XmlFile xml;

    private RuleFiles(XmlFile xml) {
        this.xml = xml;
    }

    static RuleFiles read(Pack pack, String file) {
        var read = new RuleFiles(XmlFile.read(file, pack.file(file)));
        read.xml.elements().forEach(read::check);
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
        if (element.name().equals("text")) {
            expression(element);
        }
    }

    private void expression(XmlFile.Element element) {
        String feel = element.text().toString();
        if (EXTERNAL.matcher(feel).find()) {
            xml.problem(element.line(), "external functions are not allowed in rules");
        }
        if (CLOCK.matcher(feel).find()) {
            xml.problem(element.line(), "take the fact 'today' instead of asking the clock");
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

    List<Problem> problems() {
        return new ArrayList<>(xml.problems());
    }
}
