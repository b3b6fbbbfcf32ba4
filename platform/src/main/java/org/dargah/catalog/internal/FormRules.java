package org.dargah.catalog.internal;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.Form;
import org.dargah.catalog.Problem;
import org.dargah.catalog.Service;
import tools.jackson.databind.JsonNode;

/** What form.json must keep beyond its schema. */
final class FormRules {

    /** Classes and counts only: such an expression cannot run for ever. */
    private static final Pattern HARMLESS =
            Pattern.compile(
                    "\\^?(?:(?:\\[[^\\[\\]]{1,40}]|\\\\d|[A-Za-z0-9"
                            + " -])(?:\\{\\d{1,3}(?:,\\d{1,3})?})?){1,20}\\$?");

    private final Service service;
    private final Declared form;
    private final List<Problem> problems = new ArrayList<>();

    FormRules(Service service, Declared form) {
        this.service = service;
        this.form = form;
    }

    List<Problem> problems() {
        pages();
        schemaIsItself();
        JsonNode properties = form.root().at("/schema/properties");
        for (String name : properties.propertyNames()) {
            if (service.form().field(name).isEmpty()) {
                add("/schema/properties/" + name, "no page asks this");
            }
        }
        walk(form.root().path("schema"), "/schema");
        return problems;
    }

    private void pages() {
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        List<Form.Page> pages = service.form().pages();
        for (int i = 0; i < pages.size(); i++) {
            Form.Page page = pages.get(i);
            String at = "/pages/" + i;
            if (!ids.add(page.id())) {
                add(at + "/id", "two pages are called " + page.id());
            }
            if (service.form().sections().stream().noneMatch(s -> s.id().equals(page.section()))) {
                add(at + "/section", "there is no section " + page.section());
            }
            if (page.when() != null && !CardRules.isKnown(service, page.when().fact())) {
                add(at + "/when/fact", "nothing gives the fact " + page.when().fact());
            }
            if (page.fields().stream().filter(FormRules::isAsked).count() > 1
                    && page.fields().stream().anyMatch(field -> field.table() != null)) {
                add(at + "/fields", "a table has a page of its own");
            }
            for (int j = 0; j < page.fields().size(); j++) {
                field(page.fields().get(j), at + "/fields/" + j, names);
            }
        }
    }

    private static boolean isAsked(Form.Field field) {
        return !(field.origin() instanceof Form.Origin.Computed);
    }

    private void field(Form.Field field, String at, Set<String> names) {
        if (!names.add(field.name())) {
            add(at + "/name", "two questions are called " + field.name());
        }
        String concept = form.root().at(at + "/concept").asString("");
        if (!concept.isEmpty() && !Concepts.isKnown(concept)) {
            add(at + "/concept", "the vocabulary has no word " + concept);
        }
        boolean computed = field.origin() instanceof Form.Origin.Computed;
        if (computed != form.root().at("/schema/properties/" + field.name()).isMissingNode()) {
            add(
                    at,
                    computed
                            ? "the schema has a property for what nobody answers: " + field.name()
                            : "the schema has no property " + field.name());
        }
        switch (field.origin()) {
            case null -> {}
            case Form.Origin.Fact(String name) -> known(name, at + "/from");
            case Form.Origin.Computed(String feel) -> computed(feel, at + "/computed");
        }
        if (field.choices() != null) {
            known(field.choices(), at + "/optionsFrom");
        }
        if (field.table() != null) {
            table(field.table(), at);
        }
    }

    private void known(String fact, String at) {
        if (fact.startsWith("answers.") || !CardRules.isKnown(service, fact)) {
            add(at, "no ask gives the fact " + fact);
        }
    }

    private void computed(String feel, String at) {
        Set<String> tables = new HashSet<>();
        service.form().pages().stream()
                .flatMap(page -> page.fields().stream())
                .filter(field -> field.kind() == FieldKind.TABLE)
                .forEach(field -> tables.add(field.name()));
        List<String> wrong = Expression.problems(feel, tables);
        wrong.forEach(what -> add(at, what));
        for (String fact : Expression.facts(feel)) {
            if (!CardRules.isKnown(service, fact)) {
                add(at, "nothing gives the fact " + fact);
            }
        }
        if (wrong.isEmpty()) {
            DecisionModel.problems(Pack.FORM, Expression.model(feel))
                    .forEach(problem -> add(at, problem.what()));
        }
    }

    private void table(Form.Table table, String at) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Form.Field column = table.columns().get(i);
            String here = at + "/columns/" + i;
            if (!names.add(column.name())) {
                add(here + "/name", "two columns are called " + column.name());
            }
        }
        table.unique().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> add(at + "/unique", "there is no column " + name));
        if (table.least() > table.most()) {
            add(at + "/leastRows", "more than mostRows");
        }
    }

    private void schemaIsItself() {
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        com.networknt.schema.SchemaLocation.of(
                                "https://json-schema.org/draft/2020-12/schema"))
                .validate(form.root().path("schema").toString(), InputFormat.JSON)
                .forEach(error -> add("/schema" + error.getInstanceLocation(), error.getMessage()));
    }

    private void walk(JsonNode node, String at) {
        if (node.path("pattern").isString() && !isHarmless(node.path("pattern").stringValue())) {
            add(at + "/pattern", "only character classes and counts, such as ^[0-9]{10}$");
        }
        for (String word : List.of("$ref", "$dynamicRef")) {
            if (node.path(word).isString() && !node.path(word).stringValue().startsWith("#")) {
                add(at + "/" + word, "a schema may refer only to itself");
            }
        }
        node.properties().forEach(e -> walk(e.getValue(), at + "/" + e.getKey()));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.get(i), at + "/" + i);
        }
    }

    private void add(String pointer, String what) {
        problems.add(form.problem(pointer, what));
    }

    /** Character classes and counts, which no text can keep busy. */
    static boolean isHarmless(String pattern) {
        return HARMLESS.matcher(pattern).matches();
    }
}
