package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.List;
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
 * Finds questions and papers that a connected registry makes needless, by the names that its
 * declaration knows. Rows of a table are about other people or things and are not looked at.
 */
public final class OnceOnlyRules {

    /**
     * One name by which forms ask for something.
     *
     * @param gives the field, or the paper
     */
    private record Name(Registry registry, String gives, Wording wording) {}

    private final List<Name> facts = new ArrayList<>();
    private final List<Name> papers = new ArrayList<>();

    public OnceOnlyRules(List<Registry> registries) {
        for (Registry registry : registries) {
            registry.spared().facts().forEach((fact, names) -> add(registry, fact, names));
            registry.spared()
                    .papers()
                    .forEach(paper -> papers.add(new Name(registry, paper, Wording.of(paper))));
        }
    }

    private void add(Registry registry, String fact, List<String> names) {
        Stream<String> own =
                registry.field(fact).stream()
                        .flatMap(field -> Stream.of(field.labelFa(), field.labelEn()));
        Stream.concat(own, names.stream())
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
                given(field)
                        .map(name -> finding(service, field, name, declared, at))
                        .ifPresent(findings::add);
            }
        }
        return new OnceOnly(asked - papersAsked, papersAsked, findings);
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
            Service service, Form.Field field, Name name, Declared form, String at) {
        Registry registry = name.registry();
        boolean paper = field.kind() == FieldKind.FILE;
        Problem problem =
                form.problem(
                        at,
                        "«%s» asks for what %s (%s) gives: %s; drop it, or state the law in onceOnly of service.yaml"
                                .formatted(
                                        field.label().fa(),
                                        registry.titleFa(),
                                        registry.code(),
                                        name.gives()));
        return new OnceOnly.Finding(
                field.name(),
                paper,
                registry.code(),
                new Text(registry.titleFa(), registry.titleEn()),
                name.gives(),
                Optional.ofNullable(service.legalReasons().get(field.name())),
                problem);
    }
}
