package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dargah.catalog.Assessment;
import org.dargah.catalog.Assessment.Standing;
import org.dargah.catalog.Example;
import org.dargah.catalog.Facts;
import org.dargah.catalog.FieldProblem;
import org.dargah.catalog.Form;
import org.dargah.catalog.Problem;
import org.dargah.catalog.Rules;
import org.dargah.catalog.Service;

/**
 * Runs a pack's examples through its form and rules: what it promises is what it does. The process
 * and the document are walked one floor up, where cases are known.
 */
final class Examples {

    private final Rules rules;
    private final Service service;
    private final Set<String> facts;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param facts the names under which the pack can know something
     */
    Examples(Rules rules, Service service, Set<String> facts) {
        this.rules = rules;
        this.service = service;
        this.facts = Set.copyOf(facts);
    }

    List<Problem> run(Pack pack) {
        List<String> files = ExampleReader.files(pack);
        if (files.isEmpty()) {
            problems.add(Problem.of("examples", "a pack needs at least one example"));
        }
        for (String file : files) {
            Declared declared = Declared.example(pack, file);
            problems.addAll(declared.problems());
            if (declared.problems().isEmpty()) {
                Example example = ExampleReader.read(file, declared.root());
                replies(example, declared);
                course(example, declared);
                example.differences(got(example)).stream()
                        .map(d -> declared.problem("/expect/" + d.field(), d.toString()))
                        .forEach(problems::add);
            }
        }
        return problems;
    }

    private void course(Example example, Declared declared) {
        Set<String> steps = new HashSet<>();
        if (service.terms().silence().speaks()) {
            steps.add(Example.Doing.SILENCE);
        }
        for (XmlFile.Element element :
                XmlFile.read(Pack.PROCESS, service.process().xml()).elements()) {
            if (element.name().equals("userTask")) {
                steps.add(element.attribute("id"));
            }
        }
        for (int i = 0; i < example.course().size(); i++) {
            String task = example.course().get(i).task();
            if (!steps.contains(task)) {
                problems.add(
                        declared.problem(
                                "/course/" + i + "/" + task,
                                "the process has no human task " + task));
            }
        }
    }

    private void replies(Example example, Declared declared) {
        example.replies().keySet().stream()
                .filter(name -> !facts.contains(name) && !name.equals("effect"))
                .sorted()
                .map(name -> declared.problem("/replies/" + name, "no ask is named " + name))
                .forEach(problems::add);
    }

    private Example.Got got(Example example) {
        Facts known = example.replied();
        Form.Checked checked = service.form().check(example.lastAnswers(), known);
        if (!checked.isGood()) {
            return new Example.Got(
                    Optional.of(Example.CORRECTIONS),
                    checked.problems().stream().map(FieldProblem::field).toList(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        known = known.answers(checked.values());
        for (Example.Doing doing : example.course()) {
            known = example.after(known, doing);
        }
        // What people do is walked one floor up, and so is what they decide.
        return new Example.Got(
                example.course().isEmpty() ? Optional.of(outcome(known)) : Optional.empty(),
                List.of(),
                Optional.of(rules.judge(service, known)),
                Optional.empty(),
                Optional.empty());
    }

    private String outcome(Facts known) {
        Assessment assessment = rules.assess(service, known);
        if (isWaiting(known)) {
            return Example.WAITING;
        }
        if (assessment.firstFailed().isPresent()) {
            return Example.REFUSED;
        }
        if (assessment.with(Standing.UNKNOWN).stream().anyMatch(f -> !f.condition().isJudged())) {
            return Example.WAITING;
        }
        return service.decidesItself() ? Example.APPROVED : Example.OFFICER;
    }

    /** A registry that could be asked has not answered. */
    private boolean isWaiting(Facts known) {
        return service.asks(known).stream()
                .anyMatch(
                        ask -> known.said(ask.name()).isEmpty() && ask.keys("", known).isPresent());
    }
}
