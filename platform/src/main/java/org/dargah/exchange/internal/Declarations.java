package org.dargah.exchange.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

/**
 * Every declaration, read once at the start; faulty ones stop the start and are named by their
 * lines.
 */
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
        List<MarkedFile> files = files(Path.of(folder));
        files.stream()
                .filter(file -> !file.root().has("registry") && file.faults().isEmpty())
                .flatMap(file -> file.root().path("purposes").properties().stream())
                .forEach(this::addPurpose);
        List<DeclarationFile> declared =
                files.stream()
                        .filter(file -> file.root().has("registry") || !file.faults().isEmpty())
                        .map(file -> DeclarationFile.read(file, purposes.keySet()))
                        .toList();
        List<MarkedFile.Fault> faults =
                declared.stream().flatMap(file -> file.faults().stream()).toList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "Declarations of registries are faulty:" + lines(faults));
        }
        declared.forEach(this::add);
    }

    /** OpenAPI documents lie beside the declarations that name them. */
    private static List<MarkedFile> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.toString().endsWith(".openapi.yaml"))
                    .sorted()
                    .map(MarkedFile::declaration)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lines(List<MarkedFile.Fault> faults) {
        return faults.stream().map(fault -> "\n  " + fault).collect(Collectors.joining());
    }

    private void add(DeclarationFile file) {
        try {
            Declaration declaration = YAML.treeToValue(file.tree(), Declaration.class);
            if (byCode.put(declaration.code(), declaration) != null) {
                throw new IllegalArgumentException(declaration.code() + " is declared twice");
            }
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException(file.path() + " is not a declaration of a registry", e);
        }
    }

    private void addPurpose(Map.Entry<String, JsonNode> entry) {
        purposes.put(
                new Purpose(entry.getKey()).code(),
                YAML.treeToValue(entry.getValue(), PurposeText.class));
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
