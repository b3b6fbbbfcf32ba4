package org.dargah.catalog.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dargah.catalog.FieldKind;
import org.dargah.catalog.Form;
import org.dargah.catalog.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes the form of a form.json that keeps its schema. */
final class FormReader {

    private final JsonNode root;
    private final English english;

    FormReader(JsonNode root, English english) {
        this.root = root;
        this.english = english;
    }

    Form form() {
        var sections = new ArrayList<Form.Section>();
        for (JsonNode node : root.path("sections")) {
            String id = node.path("id").asString();
            sections.add(new Form.Section(id, text(node, "title", "form.sections." + id)));
        }
        var pages = new ArrayList<Form.Page>();
        root.path("pages").forEach(node -> pages.add(page(node)));
        return new Form(sections, pages, root.path("schema").toString());
    }

    private Form.Page page(JsonNode node) {
        String id = node.path("id").asString();
        var fields = new ArrayList<Form.Field>();
        node.path("fields").forEach(field -> fields.add(field(field)));
        return new Form.Page(
                id,
                node.path("section").asString(),
                text(node, "title", "form.pages." + id),
                PackReader.when(node),
                fields);
    }

    private Form.Field field(JsonNode node) {
        return field(node, "form.fields.");
    }

    private Form.Field field(JsonNode node, String prefix) {
        String name = node.path("name").asString();
        String key = prefix + name + ".";
        return new Form.Field(
                name,
                FieldKind.of(node.path("kind").asString()),
                // A column has one name, which is both.
                text(node, node.has("label") ? "label" : "short", key + labelOf(node)),
                text(node, "short", key + "short"),
                optionalText(node, "hint", key + "hint"),
                node.has("example")
                        ? Optional.of(node.path("example").asString())
                        : Optional.empty(),
                optionalText(node, "unit", key + "unit"),
                node.path("optional").asBoolean(false),
                options(node, key + "options."),
                PackReader.strings(node.path("accept")),
                node.path("maxBytes").asLong(0),
                origin(node),
                node.has("optionsFrom") ? node.path("optionsFrom").asString() : null,
                node.has("columns") ? table(node, key + "columns.") : null);
    }

    private static String labelOf(JsonNode node) {
        return node.has("label") ? "label" : "short";
    }

    private static Form.@Nullable Origin origin(JsonNode node) {
        if (node.has("from")) {
            return new Form.Origin.Fact(node.path("from").asString());
        }
        return node.has("computed")
                ? new Form.Origin.Computed(node.path("computed").asString())
                : null;
    }

    private Form.Table table(JsonNode node, String key) {
        var columns = new ArrayList<Form.Field>();
        node.path("columns").forEach(column -> columns.add(field(column, key)));
        return new Form.Table(
                columns,
                node.path("leastRows").asInt(0),
                node.path("mostRows").asInt(),
                PackReader.strings(node.path("unique")));
    }

    private List<Form.Option> options(JsonNode node, String key) {
        var options = new ArrayList<Form.Option>();
        for (JsonNode option : node.path("options")) {
            String value = option.path("value").asString();
            options.add(new Form.Option(value, text(option, "label", key + value)));
        }
        return options;
    }

    private Text text(JsonNode node, String field, String key) {
        return english.with(node.path(field).asString(), key);
    }

    private Optional<Text> optionalText(JsonNode node, String field, String key) {
        return node.has(field) ? Optional.of(text(node, field, key)) : Optional.empty();
    }
}
