package org.dargah.exchange.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The path of an endpoint; a part in braces stands for the value of a key: {@code /plots/{plot}}.
 */
record Way(List<String> parts) {

    Way {
        parts = List.copyOf(parts);
    }

    static Way of(String path) {
        return new Way(List.of(path.split("/", -1)));
    }

    private static boolean isValue(String part) {
        return part.startsWith("{") && part.endsWith("}");
    }

    private static String name(String part) {
        return part.substring(1, part.length() - 1);
    }

    boolean holds(String key) {
        return parts.contains("{" + key + "}");
    }

    boolean leadsTo(String path) {
        List<String> said = List.of(path.split("/", -1));
        if (said.size() != parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            boolean same = parts.get(i).equals(said.get(i));
            if (!same && (!isValue(parts.get(i)) || said.get(i).isEmpty())) {
                return false;
            }
        }
        return true;
    }

    /** The values in a path that this way leads to. */
    Map<String, String> values(String path) {
        String[] said = path.split("/", -1);
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            if (isValue(parts.get(i))) {
                values.put(name(parts.get(i)), decoded(said[i]));
            }
        }
        return values;
    }

    /** In a path a plus is a plus. */
    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return part;
        }
    }

    /** The path with its values, which are taken out of the keys. */
    String filled(Map<String, String> keys) {
        var path = new ArrayList<String>();
        for (String part : parts) {
            String value = isValue(part) ? keys.remove(name(part)) : part;
            if (value == null) {
                throw new IllegalArgumentException("The path of a registry lacks " + part);
            }
            path.add(isValue(part) ? encoded(value) : value);
        }
        return String.join("/", path);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
