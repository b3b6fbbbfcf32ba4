package org.dargah.inquiries.xroad;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Registries;
import org.dargah.exchange.Registry;
import org.dargah.exchange.Rights;
import org.dargah.identity.CurrentClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** What may be asked of X-Road about itself: services, those allowed, and their descriptions. */
@Component
class Metadata {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Registries registries;
    private final Rights rights;
    private final Members members;

    Metadata(Registries registries, Rights rights, Members members) {
        this.registries = registries;
        this.rights = rights;
        this.members = members;
    }

    boolean isProvided(Identifier service) {
        return find(service).isPresent();
    }

    private Optional<Registry> find(Identifier service) {
        return registries
                .find(service.part(3) + "/" + service.part(4))
                .filter(it -> members.service(it).equals(service));
    }

    /** False when the call asks for no metadata. */
    boolean answer(Call call, CurrentClient client, HttpServletResponse response)
            throws IOException {
        if (!call.method().equals("GET") || !call.path().isEmpty()) {
            return false;
        }
        Identifier subsystem = new Identifier(call.service().parts().subList(0, 4));
        Optional<Object> body =
                switch (call.service().part(4)) {
                    case "listMethods" ->
                            Optional.of(methods(subsystem, (registry, endpoint) -> true));
                    case "allowedMethods" -> Optional.of(methods(subsystem, allowed(client)));
                    case "getOpenAPI" -> described(call, subsystem);
                    default -> Optional.empty();
                };
        if (body.isEmpty()) {
            return false;
        }
        new Answering(call, response)
                .begin(200, List.of(Map.entry("Content-Type", "application/json;charset=utf-8")));
        response.getOutputStream()
                .write(JSON.writeValueAsString(body.get()).getBytes(StandardCharsets.UTF_8));
        return true;
    }

    /** A message asks all that its endpoint answers, so a right to it gives all of those fields. */
    private BiPredicate<Registry, Registries.Endpoint> allowed(CurrentClient client) {
        Map<String, List<AccessRight>> carried =
                rights.usableBy(client.id(), client.agency()).stream()
                        .filter(right -> right.manner() == Manner.RECORD)
                        .collect(Collectors.groupingBy(AccessRight::registry));
        return (registry, endpoint) ->
                carried.getOrDefault(registry.code(), List.of()).stream()
                        .anyMatch(right -> right.fields().containsAll(endpoint.fields()));
    }

    private Object methods(Identifier subsystem, BiPredicate<Registry, Registries.Endpoint> shown) {
        return Map.of(
                "service",
                registries.all().stream()
                        .filter(
                                it ->
                                        members.service(it)
                                                .parts()
                                                .subList(0, 4)
                                                .equals(subsystem.parts()))
                        .flatMap(it -> method(it, shown).stream())
                        .toList());
    }

    /** Empty when none of its endpoints is shown. */
    private Optional<Map<String, Object>> method(
            Registry registry, BiPredicate<Registry, Registries.Endpoint> shown) {
        List<Map<String, String>> endpoints =
                registries.endpoints(registry.code()).stream()
                        .filter(endpoint -> shown.test(registry, endpoint))
                        .map(it -> Map.of("method", it.method(), "path", wild(it.path())))
                        .toList();
        Identifier service = members.service(registry);
        Map<String, Object> method = new LinkedHashMap<>();
        method.put("object_type", "SERVICE");
        method.put("service_type", "OPENAPI");
        method.put("xroad_instance", service.part(0));
        method.put("member_class", service.part(1));
        method.put("member_code", service.part(2));
        method.put("subsystem_code", service.part(3));
        method.put("service_code", service.part(4));
        method.put("endpoint_list", endpoints);
        return endpoints.isEmpty() ? Optional.empty() : Optional.of(method);
    }

    /** X-Road writes a star for what changes from one call to the other. */
    private static String wild(String path) {
        return path.replaceAll("\\{[^/]*}", "*");
    }

    private Optional<Object> described(Call call, Identifier subsystem) {
        String code =
                Objects.requireNonNullElse(
                        UriComponentsBuilder.newInstance()
                                .query(Objects.requireNonNullElse(call.query(), ""))
                                .build()
                                .getQueryParams()
                                .getFirst("serviceCode"),
                        "");
        return registries.all().stream()
                .filter(it -> members.service(it).parts().subList(0, 4).equals(subsystem.parts()))
                .filter(it -> members.service(it).part(4).equals(code))
                .findFirst()
                .map(this::openApi);
    }

    private Object openApi(Registry registry) {
        return registries
                .description(registry.code())
                .<Object>map(it -> it)
                .orElseGet(() -> made(registry));
    }

    /** A description of a registry that brought none. */
    private Object made(Registry registry) {
        Map<String, Object> paths = new LinkedHashMap<>();
        registries
                .endpoints(registry.code())
                .forEach(
                        it ->
                                paths.put(
                                        it.path(),
                                        Map.of(
                                                it.method().toLowerCase(Locale.ROOT),
                                                operation(registry, it))));
        return Map.of(
                "openapi",
                "3.0.0",
                "info",
                Map.of("title", registry.titleEn(), "version", registry.code().split("@", 2)[1]),
                "paths",
                paths);
    }

    private static Object operation(Registry registry, Registries.Endpoint endpoint) {
        Map<String, Object> fields = new LinkedHashMap<>();
        registry.fields().stream()
                .filter(field -> endpoint.fields().contains(field.name()))
                .forEach(field -> fields.put(field.name(), Map.of("description", field.labelEn())));
        Map<String, Object> operation = new TreeMap<>(asked(endpoint));
        operation.put("summary", registry.titleEn());
        operation.put(
                "responses",
                Map.of(
                        "200",
                        Map.of(
                                "description",
                                "The record",
                                "content",
                                json(Map.of("type", "object", "properties", fields)))));
        return operation;
    }

    private static Map<String, Object> asked(Registries.Endpoint endpoint) {
        if (endpoint.method().equals("GET")) {
            return Map.of(
                    "parameters",
                    endpoint.keys().stream()
                            .map(
                                    key ->
                                            Map.of(
                                                    "name",
                                                    key,
                                                    "in",
                                                    "query",
                                                    "required",
                                                    true,
                                                    "schema",
                                                    Map.of("type", "string")))
                            .toList());
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        endpoint.keys().forEach(key -> properties.put(key, Map.of("type", "string")));
        return Map.of(
                "requestBody",
                Map.of(
                        "required",
                        true,
                        "content",
                        json(
                                Map.of(
                                        "type",
                                        "object",
                                        "required",
                                        endpoint.keys(),
                                        "properties",
                                        properties))));
    }

    private static Map<String, Object> json(Map<String, Object> schema) {
        return Map.of("application/json", Map.of("schema", schema));
    }
}
