package org.dargah.exchange;

import java.util.List;
import java.util.Optional;
import org.dargah.exchange.internal.Declaration;
import org.dargah.exchange.internal.Declarations;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The registries that are declared, for pages that name them. */
@Component
public final class Registries {

    private final Declarations declarations;

    public Registries(Declarations declarations) {
        this.declarations = declarations;
    }

    public Optional<Registry> find(String code) {
        return declarations.find(code).map(Declaration::card);
    }

    /** In the order of their codes. */
    public List<Registry> all() {
        return declarations.all().stream().map(Declaration::card).toList();
    }

    /**
     * One request that a registry takes, for who describes it to programs.
     *
     * @param keys what it is asked by, as the registry names them
     * @param fields that it answers; no other endpoint of the registry does
     */
    public record Endpoint(String method, String path, List<String> keys, List<String> fields) {}

    /** At least one; empty if the registry is not declared. */
    public List<Endpoint> endpoints(String code) {
        return declarations.find(code).map(Declaration::endpoints).orElse(List.of());
    }

    /** The OpenAPI document by which a registry is declared, with these endpoints alone. */
    public Optional<JsonNode> description(String code) {
        return declarations.find(code).flatMap(it -> Optional.ofNullable(it.description()));
    }

    /**
     * The names of what a registry is asked by, in the order of the alphabet; empty if it is not
     * declared.
     */
    public List<String> keys(String code) {
        return declarations
                .find(code)
                .map(it -> it.keys().keySet().stream().sorted().toList())
                .orElse(List.of());
    }

    /** True when a value has the form of this key, so that asking by it makes sense. */
    public boolean takes(String code, String key, String value) {
        return declarations.find(code).filter(it -> it.takes(key, value)).isPresent();
    }
}
