package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dargah.catalog.Problem;
import tools.jackson.databind.JsonNode;

/**
 * The references inside the schema of a form. One that leads back to itself would be followed until
 * the stack ends, and a few that each lead twice to the next grow without measure, so both are
 * refused before any answer is held against them.
 */
final class SchemaReferences {

    private static final int MOST_STEPS = 20_000;

    private final Declared form;
    private final JsonNode schema;
    private final List<Problem> problems = new ArrayList<>();
    private int steps;

    private SchemaReferences(Declared form) {
        this.form = form;
        this.schema = form.root().path("schema");
    }

    /** Of a form.json that keeps its schema; the first problem is enough. */
    static List<Problem> problems(Declared form) {
        var references = new SchemaReferences(form);
        references.follow(references.schema, "", new HashSet<>());
        return references.problems;
    }

    private void follow(JsonNode node, String at, Set<String> open) {
        if (!problems.isEmpty()) {
            return;
        }
        if (++steps > MOST_STEPS) {
            add(at, "references lead through more than " + MOST_STEPS + " parts");
            return;
        }
        JsonNode reference = node.path("$ref");
        if (reference.isString()) {
            lead(reference.stringValue(), at, open);
        }
        if (node.has("$dynamicRef") || node.has("$recursiveRef")) {
            add(at, "write a reference as \"$ref\": \"#/$defs/…\"");
        }
        for (Map.Entry<String, JsonNode> child : node.properties()) {
            follow(child.getValue(), at + "/" + child.getKey(), open);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            follow(node.get(i), at + "/" + i, open);
        }
    }

    private void lead(String reference, String at, Set<String> open) {
        JsonNode target =
                reference.startsWith("#/") ? schema.at(reference.substring(1)) : schema.at("/?");
        if (!reference.startsWith("#")) {
            add(at, "a schema may refer only to itself");
            return;
        }
        // The whole schema, and what stands around the reference itself, is a circle too.
        if (reference.equals("#") || open.contains(reference) || isAround(reference, at)) {
            add(at, "a reference leads in a circle: " + reference);
        } else if (target.isMissingNode()) {
            add(at, "a reference leads nowhere: " + reference);
        } else {
            Set<String> further = new HashSet<>(open);
            further.add(reference);
            follow(target, reference.substring(1), further);
        }
    }

    private static boolean isAround(String reference, String at) {
        return reference.startsWith("#/") && (at + "/").startsWith(reference.substring(1) + "/");
    }

    private void add(String at, String what) {
        problems.add(form.problem("/schema" + at, what));
    }
}
