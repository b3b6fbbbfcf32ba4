package org.dargah.catalog.internal;

import com.networknt.schema.InputFormat;
import com.networknt.schema.serialization.NodeReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.dargah.catalog.Text;
import tools.jackson.databind.JsonNode;

/** The words by which forms and registries say what a fact is: {@code catalog/concepts.yaml}. */
public final class Concepts {

    private static final Map<String, Text> ALL = read();

    private Concepts() {}

    private static Map<String, Text> read() {
        try (InputStream in = Concepts.class.getResourceAsStream("/catalog/concepts.yaml")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            JsonNode root = NodeReader.builder().build().readTree(text, InputFormat.YAML);
            var all = new TreeMap<String, Text>();
            root.properties()
                    .forEach(
                            word ->
                                    all.put(
                                            word.getKey(),
                                            new Text(
                                                    word.getValue().path("fa").asString(),
                                                    word.getValue().path("en").asString())));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean isKnown(String concept) {
        return ALL.containsKey(concept);
    }

    /** In people's words. */
    public static Optional<Text> title(String concept) {
        return Optional.ofNullable(ALL.get(concept));
    }

    public static Map<String, Text> all() {
        return Map.copyOf(ALL);
    }
}
