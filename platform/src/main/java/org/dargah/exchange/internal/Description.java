package org.dargah.exchange.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of a registry: which endpoints there are, what they take and answer. */
final class Description {

    private static final int DEEPEST = 20;
    private static final Set<String> METHODS = Set.of("get", "post");
    private static final String JSON = "/content/application~1json/schema";

    private final MarkedFile file;
    private final Map<String, Endpoint> endpoints = new TreeMap<>();

    private Description(MarkedFile file) {
        this.file = file;
        file.root().path("paths").properties().forEach(this::add);
    }

    static Description of(Path file) {
        return new Description(MarkedFile.openApi(file));
    }

    List<MarkedFile.Fault> faults() {
        return file.faults();
    }

    /** One operation of the document. */
    record Endpoint(String method, String path, JsonNode inherited, JsonNode said) {}

    private void add(Map.Entry<String, JsonNode> path) {
        for (String method : METHODS) {
            JsonNode said = path.getValue().path(method);
            String id = said.path("operationId").asString("");
            if (!id.isEmpty()) {
                endpoints.put(
                        id,
                        new Endpoint(
                                method, path.getKey(), path.getValue().path("parameters"), said));
            }
        }
    }

    Optional<Endpoint> find(String operation) {
        return Optional.ofNullable(endpoints.get(operation));
    }

    /**
     * What an endpoint takes by its own description.
     *
     * @param names of parameters and of members of its body
     * @param required those without which it cannot be asked
     */
    record Taken(Set<String> names, Set<String> required) {}

    Taken taken(Endpoint endpoint) {
        var names = new java.util.TreeSet<String>();
        var required = new java.util.TreeSet<String>();
        for (JsonNode parameters :
                List.of(endpoint.inherited(), endpoint.said().path("parameters"))) {
            for (JsonNode one : parameters) {
                JsonNode parameter = resolved(one);
                String name = parameter.path("name").asString("");
                boolean ours = Set.of("query", "path").contains(parameter.path("in").asString(""));
                if (ours) {
                    names.add(name);
                }
                if (parameter.path("required").asBoolean(false)) {
                    required.add(name);
                }
            }
        }
        JsonNode body = resolved(resolved(endpoint.said().path("requestBody")).at(JSON));
        body.path("properties").propertyNames().forEach(names::add);
        body.path("required").forEach(name -> required.add(name.asString("")));
        return new Taken(names, required);
    }

    /** True when the answer of the endpoint has such a place. */
    boolean answers(Endpoint endpoint, String pointer) {
        JsonNode schema =
                resolved(resolved(endpoint.said().path("responses").path("200")).at(JSON));
        JsonPointer rest = JsonPointer.compile(pointer);
        while (!rest.matches()) {
            JsonNode next =
                    rest.mayMatchElement() && schema.path("items").isObject()
                            ? schema.path("items")
                            : schema.path("properties").path(rest.getMatchingProperty());
            schema = resolved(next);
            rest = rest.tail();
        }
        return !schema.isMissingNode();
    }

    /** Only what the document itself holds; a reference elsewhere leads nowhere. */
    private JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        for (int step = 0; step < DEEPEST && found.path("$ref").isString(); step++) {
            String target = found.path("$ref").asString("");
            found =
                    target.startsWith("#/")
                            ? file.root().at(target.substring(1))
                            : file.root().path("");
        }
        return found;
    }

    /** The document as it tells of these operations alone, without the addresses of servers. */
    JsonNode only(Collection<String> operations) {
        ObjectNode told = (ObjectNode) file.root().deepCopy();
        told.remove("servers");
        ObjectNode paths = (ObjectNode) told.path("paths");
        for (String path : List.copyOf(paths.propertyNames())) {
            ObjectNode item = (ObjectNode) paths.path(path);
            item.remove("servers");
            for (String member : new ArrayList<>(item.propertyNames())) {
                boolean shown =
                        member.equals("parameters")
                                || operations.contains(
                                        item.path(member).path("operationId").asString(""));
                if (!shown) {
                    item.remove(member);
                }
            }
            if (METHODS.stream().noneMatch(item::has)) {
                paths.remove(path);
            }
        }
        return told;
    }
}
