package org.dargah.sandbox.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the foundation of martyrs and veterans knows.
 *
 * @param status {@code none}, {@code disabled-veteran} or {@code former-captive}
 * @param percent of disability, for a disabled veteran
 */
public record Veteran(String status, @Nullable Integer percent) {

    /** Who was not of age before the war of 1980 to 1988 ended was not in it. */
    private static final LocalDate YOUNGEST = LocalDate.of(1971, 3, 21);

    private static final int ONE_IN = 9;

    /** Of the men who may have been in the war, one in nine, by the number of their card. */
    public static Veteran of(Citizen citizen) {
        long number = Long.parseLong(citizen.nationalId()) / 10;
        if (citizen.gender() != Gender.MALE
                || citizen.birthDate().isAfter(YOUNGEST)
                || number % ONE_IN != 0) {
            return new Veteran("none", null);
        }
        long part = number / ONE_IN;
        return part % 10 == 0
                ? new Veteran("former-captive", null)
                : new Veteran("disabled-veteran", (int) (5 + part % 14 * 5));
    }
}
