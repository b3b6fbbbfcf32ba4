package org.dargah.exchange.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dargah.exchange.Question;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question in the registry's own words.
 *
 * @param uri where it goes
 * @param bytes what its evidence is the hash of: the body, or for a GET the parameters
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Words(Declaration.Method method, URI uri, byte[] bytes) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Words of(Declaration.Request request, URI base, Question question) {
        Map<String, String> keys = new TreeMap<>();
        request.keys()
                .forEach(
                        (name, key) ->
                                keys.put(
                                        key.as() == null ? name : key.as(),
                                        key.type()
                                                .read(question.keys().getOrDefault(name, ""))
                                                .orElseThrow()));
        String address = base.toString().replaceFirst("/+$", "") + request.path();
        return switch (request.method()) {
            case POST -> new Words(request.method(), URI.create(address), json(keys));
            case GET -> get(request.method(), address, keys);
        };
    }

    private static byte[] json(Map<String, String> keys) {
        return JSON.writeValueAsBytes(keys);
    }

    private static Words get(Declaration.Method method, String address, Map<String, String> keys) {
        String parameters =
                keys.entrySet().stream()
                        .map(key -> encoded(key.getKey()) + "=" + encoded(key.getValue()))
                        .collect(Collectors.joining("&"));
        return new Words(
                method,
                URI.create(address + "?" + parameters),
                parameters.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    HttpRequest.Builder request() {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(uri).header("Accept", "application/json");
        return switch (method) {
            case GET -> builder.GET();
            case POST ->
                    builder.header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(bytes));
        };
    }

    /** A URI with parameters holds keys. */
    @Override
    public String toString() {
        return "Words[" + method + " " + uri.getPath() + "]";
    }
}
