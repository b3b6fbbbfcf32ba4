package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of one decision as lines of text: the rows of its table, or its expression as the only
 * one.
 */
record DecisionRows(Set<String> rows, boolean isTable) {

    static final DecisionRows NONE = new DecisionRows(Set.of(), false);

    /** By the names of the decisions, in the order of the file. */
    static Map<String, DecisionRows> of(String file, String xml) {
        var reader = new Reader();
        XmlFile.read(file, xml).elements().forEach(reader::element);
        reader.endRow();
        return reader.decisions;
    }

    private static final class Reader {

        private final Map<String, DecisionRows> decisions = new LinkedHashMap<>();
        private final List<String> inputs = new ArrayList<>();
        private final List<String> cells = new ArrayList<>();
        private String decision = "";
        private int column;

        void element(XmlFile.Element element) {
            switch (element.name()) {
                case "decision" -> begin(element.attribute("name"), false);
                case "decisionTable" -> begin(decision, true);
                case "rule" -> endRow();
                case "text" -> text(element.parent(), element.text().toString().strip());
                default -> {}
            }
        }

        private void begin(String name, boolean isTable) {
            endRow();
            decision = name;
            inputs.clear();
            decisions.put(name, new DecisionRows(new LinkedHashSet<>(), isTable));
        }

        void endRow() {
            DecisionRows rows = decisions.get(decision);
            if (rows != null && !cells.isEmpty()) {
                rows.rows().add(String.join("  ", cells));
            }
            cells.clear();
            column = 0;
        }

        private void text(String parent, String text) {
            switch (parent) {
                case "inputExpression" -> inputs.add(text);
                case "inputEntry" -> {
                    if (!text.equals("-") && column < inputs.size()) {
                        cells.add(inputs.get(column) + " " + text);
                    }
                    column++;
                }
                case "outputEntry" -> cells.add("→ " + text);
                case "literalExpression" -> cells.add(text.replaceAll("\\s+", " "));
                default -> {}
            }
        }
    }
}
