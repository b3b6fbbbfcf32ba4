package org.dargah.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dargah.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A question that the agency asks a registry so that it need not ask the person.
 *
 * @param name under which the answer stands in rules and output, such as {@code person}
 * @param registry such as {@code civil/person@1}
 * @param keys the registry's keys and where each comes from: {@code applicant.nationalId} or an
 *     answer, {@code answers.postcode}
 * @param title the part of the application it fills, such as «هویت»
 * @param from who is asked, in people's words
 * @param about what is asked, in people's words
 * @param condition the numbered condition for which it is asked
 */
public record Ask(
        String name,
        String registry,
        List<String> fields,
        Map<String, String> keys,
        @Nullable When when,
        Text title,
        Text from,
        Text about,
        Text why,
        Text legalBasis,
        Purpose purpose,
        int condition) {

    public Ask {
        fields = List.copyOf(fields);
        keys = Map.copyOf(keys);
    }

    /** Whether it is to be asked of this person at all, as far as is known. */
    public boolean applies(Facts facts) {
        return when == null || when.holds(facts);
    }

    /**
     * The keys with their values; empty as long as one of them is not known.
     *
     * @param nationalId the digits of the applicant's national id
     */
    public Optional<Map<String, String>> keys(String nationalId, Facts facts) {
        Map<String, String> filled = new TreeMap<>();
        for (Map.Entry<String, String> key : keys.entrySet()) {
            Optional<?> value =
                    key.getValue().equals(APPLICANT)
                            ? Optional.of(nationalId)
                            : facts.value(key.getValue());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            filled.put(key.getKey(), value.get().toString());
        }
        return Optional.of(filled);
    }

    /** True when the question can be asked before anything has been answered. */
    public boolean needsNoAnswer() {
        return keys.values().stream().noneMatch(key -> key.startsWith("answers."));
    }

    private static final String APPLICANT = "applicant.nationalId";
}
