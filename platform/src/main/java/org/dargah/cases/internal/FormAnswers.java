package org.dargah.cases.internal;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dargah.cases.CaseFile;
import org.dargah.catalog.Ask;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Facts;
import org.dargah.catalog.Form;
import org.dargah.catalog.Service;
import org.dargah.kernel.Tehran;
import org.springframework.stereotype.Component;

/** What becomes of a case's answers when one page of its form is answered. */
@Component
public class FormAnswers {

    private final Catalog catalog;
    private final Clock clock;

    FormAnswers(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    public Facts facts(CaseFile file) {
        return file.facts(Tehran.today(clock));
    }

    public Form.Checked check(CaseFile file, Form.Page page, Map<String, ?> typed) {
        return form(file).check(page, typed, facts(file));
    }

    /**
     * With these answers to one page. What a registry said to an answer that has changed is
     * forgotten, and so is what it answered instead of the applicant.
     */
    public CaseFile kept(CaseFile current, Form.Page page, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(current.answers());
        page.fields().forEach(field -> all.remove(field.name()));
        all.putAll(values);
        Set<String> stale = stale(current, all);
        form(current).pages().stream()
                .flatMap(each -> each.fields().stream())
                .filter(field -> !values.containsKey(field.name()))
                .filter(field -> isTold(field, stale))
                .forEach(field -> all.remove(field.name()));
        CaseFile next = current.answered(all, page.id());
        for (String ask : stale) {
            next = next.forgot(ask);
        }
        return derived(next);
    }

    private Set<String> stale(CaseFile current, Map<String, Object> all) {
        Set<String> stale = new HashSet<>();
        for (Ask ask : service(current).asks()) {
            boolean changed =
                    ask.keys().values().stream()
                            .filter(key -> key.startsWith("answers."))
                            .map(key -> key.substring("answers.".length()))
                            .anyMatch(
                                    name ->
                                            !Objects.equals(
                                                    current.answers().get(name), all.get(name)));
            if (changed) {
                stale.add(ask.name());
            }
        }
        return stale;
    }

    private static boolean isTold(Form.Field field, Set<String> asks) {
        return field.origin() instanceof Form.Origin.Fact(String fact)
                && asks.contains(fact.substring(0, fact.indexOf('.')));
    }

    /** With what follows from the answers and from what registries said. */
    public CaseFile derived(CaseFile file) {
        Map<String, Object> all = form(file).derived(file.answers(), facts(file));
        return all.equals(file.answers()) ? file : file.withAnswers(all);
    }

    /** The answers to what is asked and shown as things stand; those to other pages are gone. */
    public CaseFile shown(CaseFile file) {
        Set<String> names = new HashSet<>();
        form(file)
                .shown(facts(file))
                .forEach(page -> page.fields().forEach(field -> names.add(field.name())));
        Map<String, Object> left = new HashMap<>(file.answers());
        left.keySet().retainAll(names);
        return derived(left.size() == file.answers().size() ? file : file.withAnswers(left));
    }

    private Form form(CaseFile file) {
        return service(file).form();
    }

    private Service service(CaseFile file) {
        return catalog.version(file.version()).orElseThrow();
    }
}
