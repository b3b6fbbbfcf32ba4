package org.dargah.cases.web;

import java.util.List;
import org.dargah.catalog.Condition;
import org.dargah.catalog.Service;
import org.dargah.ui.Option;
import org.dargah.ui.Words;

/** The numbered conditions of a service, to be cited. */
final class ConditionTexts {

    private ConditionTexts() {}

    static List<Option> options(Service service, Words words) {
        return service.conditions().stream()
                .map(it -> new Option(String.valueOf(it.number()), text(it, words)))
                .toList();
    }

    static List<String> cited(Service service, List<Integer> numbers, Words words) {
        return numbers.stream()
                .flatMap(number -> service.condition(number).stream())
                .map(it -> text(it, words))
                .toList();
    }

    private static String text(Condition condition, Words words) {
        return words.t(
                "cases.refusal.condition",
                condition.number(),
                words.pick(condition.text().fa(), condition.text().en()));
    }
}
