package org.dargah.inquiries.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dargah.exchange.Registries;
import org.dargah.exchange.Registry;
import org.dargah.inquiries.LookUps;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.Purpose;
import org.dargah.ui.Errors;
import org.dargah.ui.Words;
import org.springframework.util.MultiValueMap;

/** What an official typed about a single question. */
record TypedLookUp(
        Map<String, String> keys, List<String> fields, Map<String, String> claims, String reason) {

    static final String KEY = "key.";
    static final String CLAIM = "claim.";
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST = 100;

    static TypedLookUp of(MultiValueMap<String, String> form) {
        return new TypedLookUp(
                all(form, KEY),
                List.copyOf(Objects.requireNonNullElse(form.get("fields"), List.of())),
                all(form, CLAIM),
                PersianText.normalise(Objects.requireNonNullElse(form.getFirst("reason"), "")));
    }

    /** Those that are not left empty. */
    private static Map<String, String> all(MultiValueMap<String, String> form, String prefix) {
        Map<String, String> all = new LinkedHashMap<>();
        form.forEach(
                (name, values) -> {
                    String value = values.isEmpty() ? "" : PersianText.normalise(values.getFirst());
                    if (name.startsWith(prefix) && !value.isEmpty()) {
                        all.put(name.substring(prefix.length()), value);
                    }
                });
        return all;
    }

    /**
     * @param offered what may be asked
     * @param compares whether claims are wanted rather than fields
     */
    Errors errors(
            Registry registry,
            Registries registries,
            List<Registry.Field> offered,
            boolean compares,
            Words words) {
        Errors errors = Errors.none();
        for (String key : registries.keys(registry.code())) {
            if (!registries.takes(registry.code(), key, keys.getOrDefault(key, ""))) {
                errors = errors.with(KEY + key, words.t("inquiries.lookup.error.key"));
            }
        }
        List<String> names = offered.stream().map(Registry.Field::name).toList();
        if (compares) {
            boolean fits =
                    !claims.isEmpty()
                            && names.containsAll(claims.keySet())
                            && claims.values().stream().allMatch(it -> it.length() <= LONGEST);
            if (!fits && !names.isEmpty()) {
                errors =
                        errors.with(
                                CLAIM + names.getFirst(), words.t("inquiries.lookup.error.claims"));
            }
        } else if (fields.isEmpty() || !names.containsAll(fields)) {
            errors = errors.with("fields", words.t("inquiries.lookup.error.fields"));
        }
        if (errors.isEmpty() && !isOneQuestion(registry, registries, compares)) {
            errors =
                    errors.with(
                            compares ? CLAIM + names.getFirst() : "fields",
                            words.t("inquiries.lookup.error.endpoint"));
        }
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            errors = errors.with("reason", words.t("inquiries.lookup.error.reason"));
        }
        return errors;
    }

    /** What two endpoints of a registry answer is two questions. */
    private boolean isOneQuestion(Registry registry, Registries registries, boolean compares) {
        Collection<String> asked = compares ? claims.keySet() : fields;
        return registries.endpoints(registry.code()).stream()
                .anyMatch(endpoint -> endpoint.fields().containsAll(asked));
    }

    LookUps.Wanted wanted(Registry registry, Purpose purpose, boolean compares) {
        return new LookUps.Wanted(
                registry.code(),
                purpose,
                keys,
                compares ? claims.keySet().stream().sorted().toList() : fields,
                compares ? claims : Map.of(),
                reason);
    }

    /** Keys and claims are personal data. */
    @Override
    public String toString() {
        return "TypedLookUp";
    }
}
