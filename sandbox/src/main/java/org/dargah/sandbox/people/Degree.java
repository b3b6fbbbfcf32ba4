package org.dargah.sandbox.people;

import java.util.Map;
import java.util.Objects;

/**
 * The latest degree.
 *
 * @param year Jalali
 */
public record Degree(String level, String field, String university, int year) {
    private static final Map<String, String> TITLES =
            Map.of(
                    "diploma", "دیپلم",
                    "associate", "کاردانی",
                    "bachelor", "کارشناسی",
                    "master", "کارشناسی ارشد",
                    "doctorate", "دکتری");

    public Degree {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(university, "university");
        if (!TITLES.containsKey(Objects.requireNonNull(level, "level"))) {
            throw new IllegalArgumentException("No such level: " + level);
        }
    }

    /** The level in Persian. */
    public String title() {
        return Objects.requireNonNull(TITLES.get(level));
    }
}
