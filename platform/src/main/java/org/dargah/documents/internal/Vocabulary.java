package org.dargah.documents.internal;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The elements an output template may hold, and what may stand in each. Small on purpose: packs
 * come from agencies, and whatever is not listed here cannot be asked of the printer.
 */
final class Vocabulary {

    static final int MAX_BYTES = 64 * 1024;
    static final int MAX_DEPTH = 12;
    static final int MAX_ELEMENTS = 2000;

    private static final Set<String> INLINE = Set.of("strong", "bdi", "field");
    private static final Set<String> BLOCKS =
            Set.of("h1", "h2", "p", "ul", "ol", "table", "qr", "annex");

    private static final Map<String, Set<String>> CHILDREN =
            Map.ofEntries(
                    Map.entry("html", Set.of("head", "body")),
                    Map.entry("head", Set.of("title")),
                    Map.entry("body", BLOCKS),
                    Map.entry("annex", Set.of("h2", "p", "table")),
                    Map.entry("title", Set.of()),
                    Map.entry("h1", INLINE),
                    Map.entry("h2", INLINE),
                    Map.entry("p", INLINE),
                    Map.entry("li", INLINE),
                    Map.entry("th", INLINE),
                    Map.entry("td", INLINE),
                    Map.entry("strong", INLINE),
                    Map.entry("bdi", INLINE),
                    Map.entry("ul", Set.of("li")),
                    Map.entry("ol", Set.of("li")),
                    Map.entry("table", Set.of("tr")),
                    Map.entry("tr", Set.of("th", "td")),
                    Map.entry("field", Set.of()),
                    Map.entry("qr", Set.of()));

    private static final Set<String> HOLDS_TEXT =
            Set.of("title", "h1", "h2", "p", "li", "th", "td", "strong", "bdi");

    private static final Map<String, Map<String, String>> ATTRIBUTES =
            Map.of(
                    "html", Map.of("lang", "[a-zA-Z-]{2,10}", "dir", "rtl|ltr"),
                    "bdi", Map.of("dir", "rtl|ltr"),
                    "table",
                            Map.of(
                                    "rows",
                                    "answers\\.[a-zA-Z][a-zA-Z0-9_-]{0,59}",
                                    "most",
                                    "[1-9][0-9]{0,2}"),
                    "field",
                            Map.of(
                                    "name",
                                    "[a-zA-Z][a-zA-Z0-9._-]{0,63}",
                                    "as",
                                    "text|code|date|rial"));

    private Vocabulary() {}

    static boolean knows(String element) {
        return CHILDREN.containsKey(element);
    }

    static boolean allows(@Nullable String parent, String child) {
        return parent == null
                ? "html".equals(child)
                : CHILDREN.getOrDefault(parent, Set.of()).contains(child);
    }

    static boolean allowsAttribute(String element, String name, String value) {
        String shape = ATTRIBUTES.getOrDefault(element, Map.of()).get(name);
        return shape != null && value.matches(shape);
    }

    static boolean holdsText(String element) {
        return HOLDS_TEXT.contains(element);
    }
}
