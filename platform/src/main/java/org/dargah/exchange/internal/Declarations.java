package org.dargah.exchange.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dargah.exchange.PurposeText;
import org.dargah.kernel.Purpose;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every declaration, read once at the start; a faulty one stops the start and is named. */
@Component
public final class Declarations {

    /** A misspelt word in a declaration would otherwise be a rule that silently does not hold. */
    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .build();

    private final Map<String, Declaration> byCode = new TreeMap<>();
    private final Map<String, PurposeText> purposes = new TreeMap<>();

    public Declarations(@Value("${dargah.registries}") String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byCode.values().forEach(this::checkPurposes);
    }

    private void read(Path file) {
        try {
            JsonNode tree = YAML.readTree(file);
            if (tree.has("registry")) {
                add(YAML.treeToValue(tree, Declaration.class));
            } else {
                tree.path("purposes").properties().forEach(this::addPurpose);
            }
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException(file + " is not a declaration of a registry", e);
        }
    }

    private void add(Declaration declaration) {
        if (byCode.put(declaration.code(), declaration) != null) {
            throw new IllegalArgumentException(declaration.code() + " is declared twice");
        }
    }

    private void addPurpose(Map.Entry<String, JsonNode> entry) {
        purposes.put(
                new Purpose(entry.getKey()).code(),
                YAML.treeToValue(entry.getValue(), PurposeText.class));
    }

    private void checkPurposes(Declaration declaration) {
        if (!purposes.keySet().containsAll(declaration.purposes().keySet())) {
            throw new IllegalStateException(
                    declaration.code() + " allows a purpose that is not in the register");
        }
    }

    public Optional<Declaration> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Collection<Declaration> all() {
        return byCode.values();
    }

    public Optional<PurposeText> purpose(Purpose purpose) {
        return Optional.ofNullable(purposes.get(purpose.code()));
    }
}
