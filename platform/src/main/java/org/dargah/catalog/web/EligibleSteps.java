package org.dargah.catalog.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.Form;
import org.dargah.ui.Words;

/**
 * One question at a time: what was sent with a step, and where it leads. The answers so far travel
 * in hidden fields and are forgotten with the page.
 *
 * @param asked the question that was on the page; empty on the page of all questions
 * @param back the question that somebody wants to answer anew; empty for none
 * @param passed questions that were left out
 * @param goesOn true when somebody wants the other questions although a condition failed
 * @param answers by the names of their fields
 */
record EligibleSteps(
        String asked,
        String back,
        Set<String> passed,
        boolean goesOn,
        Map<String, String> answers) {

    static EligibleSteps of(Map<String, String> sent, List<Form.Field> questions) {
        var answers = new TreeMap<String, String>();
        for (Form.Field question : questions) {
            for (String name : names(question)) {
                String typed = sent.getOrDefault(name, "");
                if (!typed.isBlank()) {
                    answers.put(name, typed.strip());
                }
            }
        }
        String asked = sent.getOrDefault("asked", "");
        String back = sent.getOrDefault("back", "");
        var passed = new LinkedHashSet<String>();
        Arrays.stream(sent.getOrDefault("passed", "").split(","))
                .filter(name -> questions.stream().anyMatch(q -> q.name().equals(name)))
                .forEach(passed::add);
        questions.stream()
                .filter(question -> question.name().equals(asked))
                .filter(
                        question ->
                                sent.containsKey("skip")
                                        || names(question).stream().noneMatch(answers::containsKey))
                .forEach(
                        question -> {
                            names(question).forEach(answers::remove);
                            if (back.isEmpty()) {
                                passed.add(question.name());
                            }
                        });
        passed.remove(back);
        return new EligibleSteps(asked, back, passed, sent.containsKey("goesOn"), answers);
    }

    static List<String> names(Form.Field question) {
        String name = question.name();
        return question.kind() == FieldKind.DATE
                ? List.of(name + ".day", name + ".month", name + ".year")
                : List.of(name);
    }

    boolean isOneByOne() {
        return !asked.isEmpty() || !back.isEmpty();
    }

    boolean isTold(Form.Field question) {
        return names(question).stream().anyMatch(answers::containsKey);
    }

    /** How many questions were answered. */
    int count() {
        return (int)
                answers.keySet().stream()
                        .map(name -> name.replaceFirst("\\.(day|month|year)$", ""))
                        .distinct()
                        .count();
    }

    /** What travels on beside the question that is asked now. */
    Map<String, String> hidden(Optional<Form.Field> now) {
        var hidden = new TreeMap<>(answers);
        now.ifPresent(question -> names(question).forEach(hidden::remove));
        if (!passed.isEmpty()) {
            hidden.put("passed", String.join(",", passed));
        }
        if (goesOn) {
            hidden.put("goesOn", "1");
        }
        return hidden;
    }

    /** The answers so far, in words. */
    List<EligiblePage.Told> told(List<Form.Field> questions, Words words) {
        var told = new ArrayList<EligiblePage.Told>();
        for (Form.Field question : questions) {
            if (isTold(question)) {
                told.add(
                        new EligiblePage.Told(
                                question.name(),
                                question.shortLabel().in(words.locale()),
                                answer(question, words)));
            }
        }
        return told;
    }

    private String answer(Form.Field question, Words words) {
        if (question.kind() == FieldKind.DATE) {
            return String.join(
                    "/",
                    names(question).reversed().stream()
                            .map(name -> words.prose(answers.getOrDefault(name, "")))
                            .toList());
        }
        String typed = answers.getOrDefault(question.name(), "");
        return question.label(typed)
                .map(text -> text.in(words.locale()))
                .orElseGet(() -> words.prose(typed));
    }
}
