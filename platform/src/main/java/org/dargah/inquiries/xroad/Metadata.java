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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dargah.exchange.Manner;
import org.dargah.exchange.Registries;
import org.dargah.exchange.Registry;
import org.dargah.exchange.Rights;
import org.dargah.identity.CurrentClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** What may be asked of X-Road about itself: services, those allowed, and their descriptions. */
@Component
class Metadata {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Registries registries;
    private final Rights rights;
    private final String instance;

    Metadata(Registries registries, Rights rights, @Value("${dargah.province}") String instance) {
        this.registries = registries;
        this.rights = rights;
        this.instance = instance;
    }

    /**
     * A registry as a service: its body is the member, the first word of its code the subsystem.
     */
    private Identifier service(Registry registry) {
        String[] code = registry.code().split("/", 2);
        return Identifier.of(
                instance,
                MessagesController.MEMBER_CLASS,
                registry.provider().value(),
                code[0],
                code[1]);
    }

    boolean isProvided(Identifier service) {
        return find(service).isPresent();
    }

    private Optional<Registry> find(Identifier service) {
        return registries.all().stream().filter(it -> service(it).equals(service)).findFirst();
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
                    case "listMethods" -> Optional.of(methods(subsystem, registry -> true));
                    case "allowedMethods" -> Optional.of(methods(subsystem, allowed(client)));
                    case "getOpenAPI" -> described(call, subsystem);
                    default -> Optional.empty();
                };
        if (body.isEmpty()) {
            return false;
        }
        new Answering(call, response)
                .begin(200, Map.of("Content-Type", List.of("application/json;charset=utf-8")));
        response.getOutputStream()
                .write(JSON.writeValueAsString(body.get()).getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private Predicate<Registry> allowed(CurrentClient client) {
        Set<String> carried =
                rights.ofClient(client.id()).stream()
                        .filter(right -> right.manner() == Manner.RECORD)
                        .map(right -> right.registry())
                        .collect(Collectors.toUnmodifiableSet());
        return registry -> carried.contains(registry.code());
    }

    private Object methods(Identifier subsystem, Predicate<Registry> shown) {
        return Map.of(
                "service",
                registries.all().stream()
                        .filter(it -> service(it).parts().subList(0, 4).equals(subsystem.parts()))
                        .filter(shown)
                        .map(this::method)
                        .toList());
    }

    private Map<String, Object> method(Registry registry) {
        Identifier service = service(registry);
        Registries.Endpoint endpoint = registries.endpoint(registry.code()).orElseThrow();
        Map<String, Object> method = new LinkedHashMap<>();
        method.put("object_type", "SERVICE");
        method.put("service_type", "OPENAPI");
        method.put("xroad_instance", service.part(0));
        method.put("member_class", service.part(1));
        method.put("member_code", service.part(2));
        method.put("subsystem_code", service.part(3));
        method.put("service_code", service.part(4));
        method.put(
                "endpoint_list",
                List.of(Map.of("method", endpoint.method(), "path", endpoint.path())));
        return method;
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
                .filter(it -> service(it).parts().subList(0, 4).equals(subsystem.parts()))
                .filter(it -> service(it).part(4).equals(code))
                .findFirst()
                .map(this::openApi);
    }

    private Object openApi(Registry registry) {
        Registries.Endpoint endpoint = registries.endpoint(registry.code()).orElseThrow();
        Map<String, Object> fields = new LinkedHashMap<>();
        registry.fields()
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
        return Map.of(
                "openapi",
                "3.0.0",
                "info",
                Map.of("title", registry.titleEn(), "version", registry.code().split("@", 2)[1]),
                "paths",
                Map.of(
                        endpoint.path(),
                        Map.of(endpoint.method().toLowerCase(Locale.ROOT), operation)));
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
