package org.dargah.exchange.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one declaration, with the OpenAPI document that it may name. All that is wrong is said,
 * each with its line, and then nothing of it holds.
 */
final class DeclarationFile {

    private final MarkedFile file;
    private final @Nullable Description description;
    private final List<MarkedFile.Fault> faults = new ArrayList<>();

    private DeclarationFile(MarkedFile file) {
        this.file = file;
        this.faults.addAll(file.faults());
        String named = file.root().path("openapi").asString("");
        this.description =
                named.isEmpty() || !faults.isEmpty()
                        ? null
                        : Description.of(
                                Objects.requireNonNull(file.file().getParent()).resolve(named));
    }

    /**
     * @param purposes those of the register
     */
    static DeclarationFile read(MarkedFile file, Set<String> purposes) {
        var declaration = new DeclarationFile(file);
        declaration.check(purposes);
        return declaration;
    }

    List<MarkedFile.Fault> faults() {
        return faults;
    }

    Path path() {
        return file.file();
    }

    private JsonNode root() {
        return file.root();
    }

    private void fault(String pointer, String what) {
        faults.add(file.fault(pointer, what));
    }

    private void check(Set<String> purposes) {
        if (!faults.isEmpty()) {
            return;
        }
        if (description != null) {
            faults.addAll(description.faults());
            if (!faults.isEmpty()) {
                return;
            }
            checkOperations(description);
        }
        checkPurposes(purposes);
        checkCaching();
        checkRetry();
        checkSpares();
    }

    private void checkSpares() {
        checkSpares("facts");
        checkSpares("concepts");
    }

    private void checkSpares(String part) {
        for (String fact : root().path("spares").path(part).propertyNames()) {
            if (!root().path("fields").has(fact) && !isKey(fact)) {
                fault(
                        "/spares/" + part + MarkedFile.step(fact),
                        "is neither a field of this registry nor a key");
            }
        }
    }

    private boolean isKey(String name) {
        return root().path("request").path("keys").has(name)
                || root().path("operations")
                        .valueStream()
                        .anyMatch(operation -> operation.path("keys").has(name));
    }

    private void checkOperations(Description described) {
        var answered = new TreeSet<String>();
        JsonNode first = root().path("operations").values().iterator().next().path("keys");
        for (Map.Entry<String, JsonNode> operation : root().path("operations").properties()) {
            String at = "/operations" + MarkedFile.step(operation.getKey());
            if (!types(operation.getValue().path("keys")).equals(types(first))) {
                fault(at + "/keys", "are not those of the other operations");
            }
            for (JsonNode field : operation.getValue().path("fields")) {
                if (!answered.add(field.asString(""))) {
                    fault(at + "/fields", field.asString("") + " is answered twice");
                }
            }
            described
                    .find(operation.getKey())
                    .ifPresentOrElse(
                            endpoint -> checkOperation(described, endpoint, at),
                            () -> fault(at, "is not a GET or POST of the OpenAPI document"));
        }
        for (String field : root().path("fields").propertyNames()) {
            if (!answered.contains(field)) {
                fault("/fields" + MarkedFile.step(field), "is answered by no operation");
            }
        }
    }

    private static Map<String, String> types(JsonNode keys) {
        var types = new LinkedHashMap<String, String>();
        keys.properties()
                .forEach(key -> types.put(key.getKey(), key.getValue().path("type").asString("")));
        return types;
    }

    private void checkOperation(Description described, Description.Endpoint endpoint, String at) {
        Description.Taken taken = described.taken(endpoint);
        var given = new TreeSet<String>();
        for (Map.Entry<String, JsonNode> key : root().at(at).path("keys").properties()) {
            String as = key.getValue().path("as").asString(key.getKey());
            given.add(as);
            if (!taken.names().contains(as)) {
                fault(at + "/keys" + MarkedFile.step(key.getKey()), as + " is not taken there");
            }
        }
        for (String required : taken.required()) {
            if (!given.contains(required)) {
                fault(at + "/keys", "leave out " + required + ", which is required there");
            }
        }
        for (JsonNode name : root().at(at).path("fields")) {
            String field = "/fields" + MarkedFile.step(name.asString(""));
            JsonNode declared = root().at(field);
            if (declared.isMissingNode()) {
                fault(at + "/fields", name.asString("") + " is not declared");
            } else if (!described.answers(endpoint, declared.path("from").asString(""))) {
                fault(
                        field + "/from",
                        declared.path("from").asString("") + " is not in the described answer");
            }
        }
    }

    private void checkPurposes(Set<String> register) {
        for (Map.Entry<String, JsonNode> purpose : root().path("purposes").properties()) {
            String at = "/purposes" + MarkedFile.step(purpose.getKey());
            if (!register.contains(purpose.getKey())) {
                fault(at, "is not in the register of purposes");
            }
            checkFields(at, purpose.getValue());
        }
    }

    private void checkFields(String at, JsonNode names) {
        for (JsonNode name : names) {
            if (!root().path("fields").has(name.asString(""))) {
                fault(at, name.asString("") + " is not declared");
            }
        }
    }

    private void checkCaching() {
        JsonNode caching = root().path("caching");
        checkFields("/caching/fields", caching.path("fields"));
        boolean sensitive =
                caching.path("fields")
                        .valueStream()
                        .map(name -> root().path("fields").path(name.asString("")))
                        .anyMatch(it -> it.path("sensitivity").asString("").equals("sensitive"));
        if (sensitive && !caching.has("sensitive")) {
            fault("/caching/fields", "hold sensitive ones, and nothing says why (sensitive)");
        }
    }

    private void checkRetry() {
        if (root().has("retry")) {
            tree().path("operations")
                    .valueStream()
                    .map(operation -> operation.path("request"))
                    .filter(
                            it ->
                                    !it.path("safe")
                                            .asBoolean(
                                                    it.path("method").asString("").equals("GET")))
                    .findFirst()
                    .ifPresent(it -> fault("/retry", "though asking twice may do harm (safe)"));
        }
    }

    /** In one shape, whether with OpenAPI or without; only where there are no faults. */
    JsonNode tree() {
        ObjectNode tree = (ObjectNode) root().deepCopy();
        ArrayNode operations = tree.arrayNode();
        if (description == null) {
            ObjectNode only = operations.addObject();
            only.set("request", tree.remove("request"));
            root().path("fields").propertyNames().forEach(only.withArray("fields")::add);
        } else {
            Description described = description;
            root().path("operations")
                    .properties()
                    .forEach(
                            it ->
                                    described
                                            .find(it.getKey())
                                            .ifPresent(
                                                    endpoint ->
                                                            operations.add(
                                                                    operation(
                                                                            it.getValue(),
                                                                            endpoint))));
            tree.remove("openapi");
            tree.set(
                    "description",
                    described.only(List.copyOf(root().path("operations").propertyNames())));
        }
        tree.set("operations", operations);
        return tree;
    }

    private static ObjectNode operation(JsonNode declared, Description.Endpoint endpoint) {
        ObjectNode operation = (ObjectNode) declared.deepCopy();
        ObjectNode request = operation.putObject("request");
        request.put("method", endpoint.method().toUpperCase(java.util.Locale.ROOT));
        request.put("path", endpoint.path());
        request.set("keys", operation.remove("keys"));
        if (operation.has("safe")) {
            request.set("safe", operation.remove("safe"));
        }
        return operation;
    }
}
