package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.Form;
import org.dargah.catalog.OnceOnly;
import org.dargah.catalog.Problem;
import org.dargah.catalog.Service;
import org.dargah.catalog.Text;
import org.dargah.exchange.Registry;

/**
 * Finds questions and papers that a connected registry makes needless: by the concept that question
 * and registry declare, else by the names that the registry's declaration knows. Rows of a table
 * are about other people or things and are not looked at.
 */
public final class OnceOnlyRules {

    /**
     * One name by which forms ask for something.
     *
     * @param gives the field, or the paper
     */
    private record Name(Registry registry, String gives, Wording wording) {}

    /** What a registry tells, by its word. */
    private record Told(Registry registry, String gives) {}

    private final List<Name> facts = new ArrayList<>();
    private final List<Name> papers = new ArrayList<>();
    private final Map<String, Told> concepts = new HashMap<>();

    public OnceOnlyRules(List<Registry> registries) {
        for (Registry registry : registries) {
            registry.spared().facts().forEach((fact, names) -> add(registry, fact, names));
            registry.spared()
                    .papers()
                    .forEach(paper -> papers.add(new Name(registry, paper, Wording.of(paper))));
            registry.spared()
                    .concepts()
                    .forEach((fact, word) -> concepts.putIfAbsent(word, new Told(registry, fact)));
            registry.spared()
                    .paperConcepts()
                    .forEach(
                            word ->
                                    concepts.putIfAbsent(
                                            word, new Told(registry, title(word, word).fa())));
        }
    }

    private static Text title(String concept, String otherwise) {
        return Concepts.title(concept).orElse(new Text(otherwise, otherwise));
    }

    private void add(Registry registry, String fact, List<String> names) {
        Stream<String> own =
                registry.field(fact).stream()
                        .flatMap(field -> Stream.of(field.labelFa(), field.labelEn()));
        // One word as the registry heads its column says little: a field of sport is no field of
        // study.
        Stream.concat(
                        own.filter(label -> !Wording.of(label).isOneWord() || names.isEmpty()),
                        names.stream())
                .map(Wording::of)
                .distinct()
                .forEach(wording -> facts.add(new Name(registry, fact, wording)));
    }

    /**
     * @param pack the files of the service, for the lines of what is found
     */
    public OnceOnly check(Service service, Pack pack) {
        Declared declared = Declared.form(pack);
        var findings = new ArrayList<OnceOnly.Finding>();
        var doubts = new ArrayList<OnceOnly.Finding>();
        int papersAsked = 0;
        int asked = 0;
        List<Form.Page> pages = service.form().pages();
        for (int p = 0; p < pages.size(); p++) {
            List<Form.Field> fields = pages.get(p).fields();
            for (int f = 0; f < fields.size(); f++) {
                Form.Field field = fields.get(f);
                if (field.origin() != null) {
                    // A registry or a computation answers; nobody is asked while it does.
                    continue;
                }
                asked++;
                papersAsked += field.kind() == FieldKind.FILE ? 1 : 0;
                String at = "/pages/" + p + "/fields/" + f;
                String word = declared.root().at(at + "/concept").asString("");
                Optional<Told> byName =
                        given(field).map(name -> new Told(name.registry(), name.gives()));
                Optional<Told> told =
                        word.isEmpty() ? byName : Optional.ofNullable(concepts.get(word));
                told.map(it -> finding(service, field, it, declared, at)).ifPresent(findings::add);
                if (told.isEmpty()) {
                    byName.map(it -> finding(service, field, it, declared, at))
                            .ifPresent(doubts::add);
                }
            }
        }
        return new OnceOnly(asked - papersAsked, papersAsked, findings, doubts);
    }

    private Optional<Name> given(Form.Field field) {
        List<Wording> asked =
                Stream.of(
                                field.label().fa(),
                                field.shortLabel().fa(),
                                field.label().en(),
                                field.shortLabel().en())
                        .map(Wording::of)
                        .collect(Collectors.toCollection(ArrayList::new));
        // A word such as use means little alone, where nobody reads it.
        Stream.of(Wording.of(field.name())).filter(it -> !it.isOneWord()).forEach(asked::add);
        return field.kind() == FieldKind.FILE
                ? papers.stream()
                        .filter(name -> asked.stream().anyMatch(it -> it.speaksOf(name.wording())))
                        .findFirst()
                : facts.stream()
                        .filter(name -> asked.stream().anyMatch(it -> asks(it, name.wording())))
                        .findFirst();
    }

    /** One word alone may mean much in the middle of a sentence: it must be all that is asked. */
    private static boolean asks(Wording label, Wording name) {
        return label.is(name) || (!name.isOneWord() && label.speaksOf(name));
    }

    private static OnceOnly.Finding finding(
            Service service, Form.Field field, Told told, Declared form, String at) {
        Registry registry = told.registry();
        boolean paper = field.kind() == FieldKind.FILE;
        Problem problem =
                form.problem(
                        at,
                        "«%s» asks for what %s (%s) gives: %s; drop it, or state the law in onceOnly of service.yaml, or say by its concept what else it is"
                                .formatted(
                                        field.label().fa(),
                                        registry.titleFa(),
                                        registry.code(),
                                        told.gives()));
        return new OnceOnly.Finding(
                field.name(),
                field.label(),
                paper,
                registry.code(),
                new Text(registry.titleFa(), registry.titleEn()),
                told.gives(),
                what(told),
                Optional.ofNullable(service.legalReasons().get(field.name())),
                problem);
    }

    private static Text what(Told told) {
        return told.registry()
                .field(told.gives())
                .map(field -> new Text(field.labelFa(), field.labelEn()))
                .or(
                        () ->
                                Optional.ofNullable(
                                                told.registry()
                                                        .spared()
                                                        .concepts()
                                                        .get(told.gives()))
                                        .flatMap(Concepts::title))
                .orElse(new Text(told.gives(), told.gives()));
    }
}
