package org.dargah.catalog.internal;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.NodeReader;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.dargah.catalog.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** A YAML or JSON file of a pack: read with its line numbers, held against its schema. */
public final class Declared {

    private static final NodeReader READER = NodeReader.builder().locationAware().build();
    private static final Schema CARD = schema("service.schema.json");
    private static final Schema FORM = schema("form.schema.json");
    private static final Schema EXAMPLE = schema("example.schema.json");

    private final String file;
    private final @Nullable JsonNode root;
    private final List<Problem> problems;

    private Declared(String file, @Nullable JsonNode root, List<Problem> problems) {
        this.file = file;
        this.root = root;
        this.problems = problems;
    }

    static Declared card(Pack pack) {
        return read(pack, Pack.CARD, InputFormat.YAML, CARD);
    }

    static Declared form(Pack pack) {
        return read(pack, Pack.FORM, InputFormat.JSON, FORM);
    }

    public static Declared example(Pack pack, String path) {
        return read(pack, path, InputFormat.YAML, EXAMPLE);
    }

    private static Declared read(Pack pack, String file, InputFormat format, Schema schema) {
        try {
            JsonNode root = READER.readTree(pack.file(file), format);
            return new Declared(
                    file, root, schema.validate(root).stream().map(e -> problem(file, e)).toList());
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            int line = at == null ? 0 : at.getLineNr();
            return new Declared(
                    file, null, List.of(new Problem(file, line, "", e.getOriginalMessage())));
        }
    }

    private static Problem problem(String file, Error error) {
        JsonNode node = error.getInstanceNode();
        String at = error.getInstanceLocation().toString();
        String property = error.getProperty();
        return new Problem(
                file,
                node == null ? 0 : lineOf(node),
                property == null ? at : at + "/" + property,
                error.getMessage());
    }

    private static Schema schema(String name) {
        try (InputStream in = Declared.class.getResourceAsStream("/catalog/" + name)) {
            String text =
                    new String(
                            Objects.requireNonNull(in, name).readAllBytes(),
                            StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Problem> problems() {
        return problems;
    }

    /** Only after {@link #problems} was found empty. */
    JsonNode root() {
        return Objects.requireNonNull(root, file);
    }

    /** A problem at a place of this file; the line of the nearest place around it that is there. */
    public Problem problem(String pointer, String what) {
        JsonNode node = root().at(pointer);
        for (String at = pointer; node.isMissingNode(); node = root().at(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return new Problem(file, lineOf(node), pointer, what);
    }

    private static int lineOf(JsonNode node) {
        TokenStreamLocation location = JsonNodes.tokenStreamLocationOf(node);
        return location == null ? 0 : location.getLineNr();
    }
}
