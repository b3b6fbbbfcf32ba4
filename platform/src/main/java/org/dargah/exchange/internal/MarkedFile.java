package org.dargah.exchange.internal;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A file of declarations, read with the lines of its parts and held against its schema. */
final class MarkedFile {

    private static final NodeReader READER = NodeReader.builder().locationAware().build();
    private static final Schema DECLARATION = schema("declaration.schema.json");
    private static final Schema PURPOSES = schema("purposes.schema.json");
    private static final Schema OPEN_API = schema("openapi.schema.json");

    private final Path file;
    private final JsonNode root;
    private final List<Fault> faults;

    private MarkedFile(Path file, JsonNode root, List<Fault> faults) {
        this.file = file;
        this.root = root;
        this.faults = faults;
    }

    /** What is wrong, and where. */
    record Fault(Path file, int line, String what) {

        @Override
        public String toString() {
            return file.getFileName() + ":" + line + " " + what;
        }
    }

    /**
     * Of a registry, or else the register of purposes. The figures of what people are spared lie in
     * the same folder and have a reader of their own; anything else is a misspelt one of these.
     */
    static MarkedFile declaration(Path file) {
        MarkedFile read = read(file, null);
        if (!read.faults.isEmpty() || read.root.has("savings")) {
            return read;
        }
        return read(file, read.root.has("registry") ? DECLARATION : PURPOSES);
    }

    static MarkedFile openApi(Path file) {
        return Files.isRegularFile(file)
                ? read(file, OPEN_API)
                : unreadable(file, 0, "is not there");
    }

    private static MarkedFile read(Path file, @Nullable Schema schema) {
        InputFormat format =
                file.toString().endsWith(".json") ? InputFormat.JSON : InputFormat.YAML;
        try {
            JsonNode root = READER.readTree(Files.readString(file), format);
            List<Fault> faults =
                    schema == null
                            ? List.of()
                            : schema.validate(root).stream().map(it -> fault(file, it)).toList();
            return new MarkedFile(file, root, faults);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            return unreadable(file, at == null ? 0 : at.getLineNr(), e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MarkedFile unreadable(Path file, int line, String what) {
        return new MarkedFile(
                file, JsonNodeFactory.instance.objectNode(), List.of(new Fault(file, line, what)));
    }

    private static Fault fault(Path file, Error error) {
        JsonNode node = error.getInstanceNode();
        return new Fault(
                file,
                node == null ? 0 : lineOf(node),
                error.getInstanceLocation() + " " + error.getMessage());
    }

    private static Schema schema(String name) {
        try (InputStream in = MarkedFile.class.getResourceAsStream("/exchange/" + name)) {
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

    Path file() {
        return file;
    }

    JsonNode root() {
        return root;
    }

    List<Fault> faults() {
        return faults;
    }

    /**
     * A fault at a place of this file; at the line of the nearest place around it that is there.
     */
    Fault fault(String pointer, String what) {
        JsonNode node = root.at(pointer);
        for (String at = pointer; node.isMissingNode(); node = root.at(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return new Fault(file, lineOf(node), pointer + " " + what);
    }

    private static int lineOf(JsonNode node) {
        TokenStreamLocation location = JsonNodes.tokenStreamLocationOf(node);
        return location == null ? 0 : location.getLineNr();
    }

    /** A name as a step of a JSON pointer. */
    static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
