package org.dargah.catalog.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.catalog.Example;
import tools.jackson.databind.JsonNode;

/** Makes an example of a file that keeps its schema. */
final class ExampleReader {

    private ExampleReader() {}

    static List<String> files(Pack pack) {
        return pack.files().keySet().stream().filter(f -> f.startsWith("examples/")).toList();
    }

    static Example read(String file, JsonNode root) {
        Map<String, Example.Reply> replies = new HashMap<>();
        for (Map.Entry<String, JsonNode> reply : root.path("replies").properties()) {
            replies.put(
                    reply.getKey(),
                    reply.getValue().isString()
                            ? new Example.Reply.Nothing()
                            : new Example.Reply.Told(told(reply.getValue())));
        }
        var course = new ArrayList<Example.Doing>();
        root.path("course").forEach(step -> step.properties().forEach(e -> course.add(doing(e))));
        return new Example(
                file,
                root.path("persona").asString(),
                LocalDate.parse(root.path("today").asString()),
                answers(root.path("answers")),
                replies,
                course,
                expected(root.path("expect")));
    }

    /** {@code officerDecision: approved} is short for an outcome alone. */
    private static Example.Doing doing(Map.Entry<String, JsonNode> step) {
        JsonNode done = step.getValue();
        JsonNode outcome = done.isString() ? done : done.path("outcome");
        return new Example.Doing(
                step.getKey(),
                outcome.isString() ? Optional.of(outcome.asString()) : Optional.empty(),
                numbers(done.path("conditions")),
                answers(done.path("answers")),
                facts(done.path("facts")));
    }

    private static Example.Expected expected(JsonNode expect) {
        return new Example.Expected(
                expect.path("outcome").asString(),
                PackReader.strings(expect.path("corrections")),
                numbers(expect.path("failed")),
                numbers(expect.path("unknown")),
                strings(expect, "notAsked"),
                expect.has("fee")
                        ? Optional.of(expect.path("fee").decimalValue())
                        : Optional.empty(),
                PackReader.strings(expect.path("document")),
                strings(expect, "path"));
    }

    private static Optional<List<String>> strings(JsonNode node, String field) {
        return node.has(field)
                ? Optional.of(PackReader.strings(node.path(field)))
                : Optional.empty();
    }

    private static List<Integer> numbers(JsonNode array) {
        var numbers = new ArrayList<Integer>();
        array.forEach(number -> numbers.add(number.asInt()));
        return numbers;
    }

    /** As a person types them: text, and rows of text. */
    private static Map<String, Object> answers(JsonNode node) {
        Map<String, Object> answers = new HashMap<>();
        node.properties().forEach(e -> answers.put(e.getKey(), typed(e.getValue())));
        return answers;
    }

    private static Object typed(JsonNode value) {
        if (value.isArray()) {
            var rows = new ArrayList<Object>();
            value.forEach(row -> rows.add(typed(row)));
            return List.copyOf(rows);
        }
        return value.isObject() ? answers(value) : value.asString();
    }

    /** As the exchange hands them on: whatever a registry says is text. */
    private static Map<String, Object> told(JsonNode reply) {
        Map<String, Object> fields = new HashMap<>();
        reply.properties().forEach(e -> fields.put(e.getKey(), e.getValue().asString()));
        return fields;
    }

    private static Map<String, Object> facts(JsonNode node) {
        Map<String, Object> facts = new HashMap<>();
        node.properties().forEach(e -> facts.put(e.getKey(), fact(e.getValue())));
        return facts;
    }

    private static Object fact(JsonNode value) {
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return number;
        }
        return value.isBoolean() ? (Object) value.booleanValue() : value.asString();
    }
}
