package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dargah.catalog.Effect;
import org.dargah.catalog.EffectKind;
import org.dargah.catalog.Form;
import org.dargah.catalog.Output;
import org.dargah.catalog.Problem;
import org.dargah.catalog.Service;
import org.dargah.documents.OutputTemplate;

/** What the effect of a service must keep: a kind that there is, arguments that are answered. */
final class EffectRules {

    /** The name under which the words of an effect are known. */
    static final String FACTS = "effect.";

    private final List<EffectKind> kinds;
    private final Service service;
    private final Declared card;
    private final List<Problem> problems = new ArrayList<>();

    EffectRules(List<EffectKind> kinds, Service service, Declared card) {
        this.kinds = kinds;
        this.service = service;
        this.card = card;
    }

    List<Problem> problems() {
        Effect effect = service.effect();
        if (effect == null) {
            words(List.of());
            return problems;
        }
        Optional<EffectKind> kind =
                kinds.stream().filter(it -> it.name().equals(effect.kind())).findFirst();
        if (kind.isEmpty()) {
            add("/effect/kind", "there is no effect '" + effect.kind() + "'; there is: " + known());
            return problems;
        }
        reviewed();
        given(kind.get());
        arguments(effect, kind.get());
        words(kind.get().tells());
        return problems;
    }

    private String known() {
        return kinds.stream().map(EffectKind::name).sorted().collect(Collectors.joining(", "));
    }

    /** Whatever reaches beyond a document is not done by a rule alone. */
    private void reviewed() {
        if (service.decidesItself()) {
            add("/decision", "a service with an effect is decided by an officer");
        }
        if (service.process().xml().contains("${decide}")) {
            problems.add(
                    Problem.of(
                            Pack.PROCESS,
                            "a service with an effect is decided by an officer: no ${decide}"));
        }
    }

    private void given(EffectKind kind) {
        if (!kind.givers().test(service.agency())) {
            add("/effect/kind", service.agency() + " may not bring about " + kind.name());
        }
        service.channels().stream()
                .filter(channel -> !kind.channels().contains(channel))
                .sorted()
                .forEach(
                        channel ->
                                add(
                                        "/channels",
                                        kind.name() + " cannot be asked for by " + channel));
    }

    private void arguments(Effect effect, EffectKind kind) {
        for (Map.Entry<String, String> given : effect.with().entrySet()) {
            String at = "/effect/with/" + given.getKey();
            kind.argument(given.getKey())
                    .ifPresentOrElse(
                            argument -> answered(argument, given.getValue(), at),
                            () -> add(at, kind.name() + " takes no such argument"));
        }
        kind.arguments().stream()
                .map(EffectKind.Argument::name)
                .filter(name -> !effect.with().containsKey(name))
                .forEach(name -> add("/effect/with", "the argument " + name + " is missing"));
    }

    private void answered(EffectKind.Argument argument, String question, String at) {
        Optional<Form.Field> field = service.form().field(question);
        if (field.isEmpty()) {
            add(at, "the form has no question answers." + question);
            return;
        }
        if (field.get().kind() != argument.kind()) {
            add(at, "the question must be of the kind " + argument.kind());
        }
        field.get().options().stream()
                .map(Form.Option::value)
                .filter(value -> !argument.values().contains(value))
                .forEach(value -> add(at, "the argument cannot be '" + value + "'"));
        if (field.get().optional() || isConditional(question)) {
            add(at, "the question must be asked of everybody and be answered");
        }
    }

    private boolean isConditional(String question) {
        return service.form().pages().stream()
                .filter(page -> page.when() != null)
                .flatMap(page -> page.fields().stream())
                .anyMatch(field -> field.name().equals(question));
    }

    /** Documents may show what the effect tells, and nothing else of it. */
    private void words(Collection<String> tells) {
        for (int i = 0; i < service.outputs().size(); i++) {
            Output output = service.outputs().get(i);
            String file = card.root().at("/outputs/" + i + "/template").asString();
            if (OutputTemplate.read(output.template()) instanceof OutputTemplate.Read(var read)) {
                read.fields().stream()
                        .filter(name -> name.startsWith(FACTS))
                        .filter(name -> !tells.contains(name.substring(FACTS.length())))
                        .map(name -> new Problem(file, 0, name, "nothing gives this value"))
                        .forEach(problems::add);
            }
        }
    }

    private void add(String pointer, String what) {
        problems.add(card.problem(pointer, what));
    }
}
