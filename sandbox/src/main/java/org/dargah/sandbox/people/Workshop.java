package org.dargah.sandbox.people;

import java.time.LocalDate;
import java.util.List;

/**
 * A workshop whose employer insures others.
 *
 * @param code ten digits, as Social Security numbers them
 */
public record Workshop(String code, String title) {

    private static final int OF_AGE = 18;

    /** Whoever is grown up, lives and has a place has one in the demo; every third has two. */
    public static List<Workshop> of(Citizen citizen, LocalDate today) {
        if (citizen.deathDate() != null
                || citizen.postcode() == null
                || citizen.birthDate().plusYears(OF_AGE).isAfter(today)) {
            return List.of();
        }
        var serial = citizen.nationalId().substring(3, 9);
        var first = new Workshop("0811" + serial, "کارگاه نمونهٔ " + citizen.lastName());
        return Integer.parseInt(serial) % 3 == 1
                ? List.of(
                        first,
                        new Workshop("0812" + serial, "کارخانهٔ نمونهٔ " + citizen.lastName()))
                : List.of(first);
    }
}
