package org.dargah.exchange.internal;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.dargah.exchange.Message;
import org.dargah.exchange.Question;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question in the registry's own words.
 *
 * @param uri where it goes
 * @param bytes what its evidence is the hash of: the body, or for a GET the parameters or the path
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Words(Declaration.Method method, URI uri, byte[] bytes) {

    /** A name that comes twice would let the registry read another value than we judged. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

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
        String address = base.toString().replaceFirst("/+$", "") + request.way().filled(keys);
        return switch (request.method()) {
            case POST -> new Words(request.method(), URI.create(address), json(keys));
            case GET -> get(request.method(), address, keys);
        };
    }

    /** The way back: which keys a message in the registry's words names. */
    static Map<String, String> keys(Declaration.Request request, Message message) {
        Map<String, String> said =
                request.method() == Declaration.Method.GET
                        ? parameters(Objects.requireNonNullElse(message.query(), ""))
                        : members(message.body());
        request.way()
                .values(message.path())
                .forEach((name, value) -> said.merge(name, value, Words::both));
        Map<String, String> keys = new TreeMap<>();
        request.keys()
                .forEach(
                        (name, key) -> {
                            String value = said.remove(key.as() == null ? name : key.as());
                            if (value != null) {
                                keys.put(name, value);
                            }
                        });
        // What no declaration names could widen the question, so it spoils the keys.
        said.forEach((name, value) -> keys.put("?" + name, value));
        return keys;
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> all = new TreeMap<>();
        for (String pair : query.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                all.merge(
                        decoded(pair.substring(0, at)),
                        decoded(pair.substring(at + 1)),
                        Words::both);
            }
        }
        return all;
    }

    private static Map<String, String> members(byte[] body) {
        Map<String, String> all = new TreeMap<>();
        try {
            JSON.readTree(body)
                    .properties()
                    .forEach(
                            member ->
                                    all.merge(
                                            member.getKey(),
                                            member.getValue().isString()
                                                    ? member.getValue().asString()
                                                    : member.getValue().toString(),
                                            Words::both));
        } catch (JacksonException unreadable) {
            return all;
        }
        return all;
    }

    private static String both(String one, String other) {
        return one + "," + other;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return text;
        }
    }

    private static byte[] json(Map<String, String> keys) {
        return JSON.writeValueAsBytes(keys);
    }

    private static Words get(Declaration.Method method, String address, Map<String, String> keys) {
        String parameters =
                keys.entrySet().stream()
                        .map(key -> encoded(key.getKey()) + "=" + encoded(key.getValue()))
                        .collect(Collectors.joining("&"));
        URI uri = URI.create(parameters.isEmpty() ? address : address + "?" + parameters);
        String asked = parameters.isEmpty() ? uri.getRawPath() : parameters;
        return new Words(method, uri, asked.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    HttpUriRequestBase request() {
        var request = new HttpUriRequestBase(method.name(), uri);
        request.addHeader("Accept", "application/json");
        if (method == Declaration.Method.POST) {
            request.setEntity(new ByteArrayEntity(bytes, ContentType.create("application/json")));
        }
        return request;
    }

    /** A path and its parameters may hold keys. */
    @Override
    public String toString() {
        return "Words[" + method + " " + uri.getHost() + "]";
    }
}
