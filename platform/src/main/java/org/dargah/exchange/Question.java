package org.dargah.exchange;

import java.util.List;
import java.util.Map;

/**
 * What is asked of a registry.
 *
 * @param registry its code with version, such as {@code civil/person@1}
 * @param keys whom or what it is about, by the names of the declaration ({@code nationalId})
 * @param fields the names of the fields wanted; nothing else comes back
 */
public record Question(String registry, Map<String, String> keys, List<String> fields) {

    public Question {
        keys = Map.copyOf(keys);
        fields = List.copyOf(fields);
    }

    /** Keys are personal data: only their names are shown. */
    @Override
    public String toString() {
        return "Question[" + registry + ", keys " + keys.keySet() + ", fields " + fields + "]";
    }
}
