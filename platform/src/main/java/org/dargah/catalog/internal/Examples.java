package org.dargah.catalog.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dargah.catalog.Ask;
import org.dargah.catalog.Assessment;
import org.dargah.catalog.Assessment.Standing;
import org.dargah.catalog.Facts;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.Problem;
import org.dargah.catalog.Rules;
import org.dargah.catalog.Service;
import org.dargah.kernel.Tehran;
import tools.jackson.databind.JsonNode;

/** Runs a pack's examples through its form and rules: what it promises is what it does. */
final class Examples {

    private final Rules rules;
    private final Service service;
    private final List<Problem> problems = new ArrayList<>();

    Examples(Rules rules, Service service) {
        this.rules = rules;
        this.service = service;
    }

    List<Problem> run(Pack pack) {
        List<String> files =
                pack.files().keySet().stream().filter(f -> f.startsWith("examples/")).toList();
        if (files.isEmpty()) {
            problems.add(Problem.of("examples", "a pack needs at least one example"));
        }
        for (String file : files) {
            Declared example = Declared.example(pack, file);
            problems.addAll(example.problems());
            if (example.problems().isEmpty()) {
                run(example);
            }
        }
        return problems;
    }

    private void run(Declared example) {
        JsonNode root = example.root();
        JsonNode expect = root.path("expect");
        Facts replied = replies(root);
        Form.Checked checked = service.form().check(answers(root), replied);
        if (!checked.isGood()) {
            expect(example, "outcome", "corrections");
            List<String> fields = checked.problems().stream().map(FieldProblem::field).toList();
            compare(example, "corrections", PackReader.strings(expect.path("corrections")), fields);
            return;
        }
        Facts facts = replied.answers(checked.values());
        Assessment assessment = rules.assess(service, facts);
        expect(example, "outcome", outcome(assessment));
        compare(example, "failed", numbers(expect, "failed"), of(assessment, Standing.FAILED));
        compare(example, "unknown", numbers(expect, "unknown"), of(assessment, Standing.UNKNOWN));
        if (expect.has("notAsked")) {
            compare(
                    example,
                    "notAsked",
                    PackReader.strings(expect.path("notAsked")),
                    notAsked(facts));
        }
        if (expect.has("fee")) {
            expect(example, "fee", String.valueOf(rules.fee(service, facts).total().amount()));
        }
    }

    private Map<String, String> answers(JsonNode root) {
        Map<String, String> answers = new HashMap<>();
        root.path("answers")
                .properties()
                .forEach(e -> answers.put(e.getKey(), e.getValue().asString()));
        return answers;
    }

    private Facts replies(JsonNode root) {
        LocalDate today = LocalDate.parse(root.path("today").asString());
        Instant at = Tehran.startOf(today);
        Facts facts = Facts.on(today);
        for (Map.Entry<String, JsonNode> reply : root.path("replies").properties()) {
            facts =
                    reply.getValue().isString()
                            ? facts.notFound(reply.getKey(), at)
                            : facts.known(reply.getKey(), fields(reply.getValue()), at);
        }
        return facts;
    }

    /** As the exchange hands them on: whatever a registry says is text. */
    private static Map<String, Object> fields(JsonNode reply) {
        Map<String, Object> fields = new HashMap<>();
        reply.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
        return fields;
    }

    private String outcome(Assessment assessment) {
        if (assessment.firstFailed().isPresent()) {
            return "refused";
        }
        if (assessment.with(Standing.UNKNOWN).stream().anyMatch(f -> !f.condition().isJudged())) {
            return "waiting";
        }
        return service.decidesItself() ? "approved" : "officer";
    }

    private static List<String> of(Assessment assessment, Standing standing) {
        return assessment.with(standing).stream()
                .map(finding -> String.valueOf(finding.condition().number()))
                .toList();
    }

    private List<String> notAsked(Facts facts) {
        return service.asks().stream().filter(ask -> !ask.applies(facts)).map(Ask::name).toList();
    }

    private static List<String> numbers(JsonNode expect, String field) {
        var numbers = new ArrayList<String>();
        expect.path(field).forEach(number -> numbers.add(String.valueOf(number.asInt())));
        return numbers;
    }

    private void expect(Declared example, String field, String actual) {
        String expected = example.root().path("expect").path(field).asString();
        if (!expected.equals(actual)) {
            add(example, field, "expected " + expected + ", got " + actual);
        }
    }

    private void compare(
            Declared example, String field, List<String> expected, List<String> actual) {
        if (!new TreeSet<>(expected).equals(new TreeSet<>(actual))) {
            add(example, field, "expected " + expected + ", got " + actual);
        }
    }

    private void add(Declared example, String field, String what) {
        problems.add(example.problem("/expect/" + field, what));
    }
}
