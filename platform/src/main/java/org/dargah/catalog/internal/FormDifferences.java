package org.dargah.catalog.internal;

import java.util.List;
import java.util.Locale;
import org.dargah.catalog.Difference;
import org.dargah.catalog.Difference.Part;
import org.dargah.catalog.Difference.Said;
import org.dargah.catalog.Form;
import org.dargah.catalog.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What differs in what people are asked. */
public final class FormDifferences {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Comparison found = new Comparison();
    private final JsonNode oldRules;
    private final JsonNode freshRules;

    private FormDifferences(Form before, Form after) {
        this.oldRules = JSON.readTree(before.schema()).path("properties");
        this.freshRules = JSON.readTree(after.schema()).path("properties");
    }

    public static List<Difference> between(Service before, Service after) {
        var differences = new FormDifferences(before.form(), after.form());
        differences.form(before.form(), after.form());
        return differences.found.all();
    }

    private void form(Form before, Form after) {
        found.each(
                before.pages(),
                after.pages(),
                Form.Page::id,
                page -> Said.of(page.title()),
                Part.QUESTIONS,
                "page",
                this::page);
        found.each(
                fields(before),
                fields(after),
                Form.Field::name,
                field -> Said.of(field.label()),
                Part.QUESTIONS,
                "question",
                this::field);
        found.compare(Part.QUESTIONS, "order", order(before, after), order(after, before));
    }

    private static List<Form.Field> fields(Form form) {
        return form.pages().stream().flatMap(page -> page.fields().stream()).toList();
    }

    /** The pages that both have, in the order of the first. */
    private static Said order(Form form, Form other) {
        return new Said.All(
                form.pages().stream()
                        .filter(page -> other.page(page.id()).isPresent())
                        .map(page -> Said.of(other.page(page.id()).orElse(page).title()))
                        .toList());
    }

    private void page(Form.Page old, Form.Page fresh) {
        Said about = Said.of(fresh.title());
        found.compare(Part.QUESTIONS, "page", about, Said.of(old.title()), Said.of(fresh.title()));
        found.compare(
                Part.QUESTIONS,
                "when",
                about,
                CardDifferences.when(old.when()),
                CardDifferences.when(fresh.when()));
    }

    private void field(Form.Field old, Form.Field fresh) {
        Said about = Said.of(fresh.shortLabel());
        compare("question", about, Said.of(old.label()), Said.of(fresh.label()));
        compare(
                "hint",
                about,
                old.hint().map(Said::of).orElse(Said.NOTHING),
                fresh.hint().map(Said::of).orElse(Said.NOTHING));
        compare("kind", about, kind(old), kind(fresh));
        compare("optional", about, optional(old), optional(fresh));
        options(old, fresh, about);
        compare("rule", about, rule(oldRules, old), rule(freshRules, fresh));
    }

    private void compare(String what, Said about, Said old, Said fresh) {
        found.compare(Part.QUESTIONS, what, about, old, fresh);
    }

    private static Said kind(Form.Field field) {
        return new Said.Word("authoring.diff.kind." + field.kind().name().toLowerCase(Locale.ROOT));
    }

    private static Said optional(Form.Field field) {
        return new Said.Word(
                field.optional() ? "authoring.diff.optional" : "authoring.diff.required");
    }

    private void options(Form.Field old, Form.Field fresh, Said about) {
        for (Form.Option option : old.options()) {
            Said now =
                    fresh.options().stream()
                            .filter(other -> other.value().equals(option.value()))
                            .findFirst()
                            .map(other -> Said.of(other.label()))
                            .orElse(Said.NOTHING);
            compare("option", about, Said.of(option.label()), now);
        }
        fresh.options().stream()
                .filter(
                        option ->
                                old.options().stream()
                                        .noneMatch(o -> o.value().equals(option.value())))
                .forEach(option -> compare("option", about, Said.NOTHING, Said.of(option.label())));
    }

    /** Its options say the same in words. */
    private static Said rule(JsonNode rules, Form.Field field) {
        JsonNode rule = rules.path(field.name());
        return rule.isMissingNode() || rule.has("enum") ? Said.NOTHING : Said.code(rule.toString());
    }
}
