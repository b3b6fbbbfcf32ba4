package org.dargah.catalog.internal;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema of a form's answers. */
public final class AnswerSchema {

    /**
     * One rule that one answer breaks.
     *
     * @param row of a table, from 0; -1 for other answers and for the table as a whole
     * @param column of that row; empty if none
     * @param limit the value of the keyword, such as 60 of {@code maxLength}
     * @param length of the answer, in characters
     */
    public record Breach(
            String field, int row, String column, String keyword, String limit, int length) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    // Fetches nothing: a pack's schema may refer only to itself.
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder -> builder.schemaCacheEnabled(false));

    private final String text;
    private volatile @Nullable Schema compiled;

    public AnswerSchema(String text) {
        this.text = text;
    }

    /** Whether something is there at all is the form's business, so "required" is left out. */
    public List<Breach> breaches(Map<String, Object> values) {
        JsonNode node = JSON.valueToTree(values);
        return schema().validate(node).stream()
                .filter(error -> error.getInstanceLocation().getNameCount() > 0)
                .map(AnswerSchema::breach)
                .toList();
    }

    private static String column(Error error, NodePath at) {
        String missing = error.getProperty();
        return at.getNameCount() > 2 ? at.getName(2) : missing == null ? "" : missing;
    }

    private Schema schema() {
        Schema known = compiled;
        if (known == null) {
            known = REGISTRY.getSchema(text, InputFormat.JSON);
            compiled = known;
        }
        return known;
    }

    private static Breach breach(Error error) {
        Object[] arguments = error.getArguments();
        String limit = arguments == null || arguments.length == 0 ? "" : arguments[0].toString();
        JsonNode value = error.getInstanceNode();
        String typed = value != null && value.isString() ? value.stringValue() : "";
        NodePath at = error.getInstanceLocation();
        boolean inRow = at.getNameCount() > 1 && at.getElement(1) instanceof Integer;
        return new Breach(
                at.getName(0),
                inRow ? (Integer) at.getElement(1) : -1,
                inRow ? column(error, at) : "",
                error.getKeyword(),
                limit,
                typed.codePointCount(0, typed.length()));
    }
}
