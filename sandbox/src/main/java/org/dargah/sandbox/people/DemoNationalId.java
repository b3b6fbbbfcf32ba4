package org.dargah.sandbox.people;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * National ids of the demo: {@code 999}, which no registry office has, six digits of serial, and
 * the check digit that the civil registration uses.
 */
public final class DemoNationalId {
    private static final String OFFICE = "999";

    private DemoNationalId() {}

    public static String of(int serial) {
        if (serial < 1 || serial > 999_998) {
            throw new IllegalArgumentException("Serials are 1 to 999,998");
        }
        var nine = OFFICE + String.format(Locale.ROOT, "%06d", serial);
        return nine + check(nine);
    }

    public static boolean isOne(@Nullable String digits) {
        return digits != null
                && digits.matches(OFFICE + "\\d{7}")
                && digits.charAt(9) - '0' == check(digits);
    }

    public static int serial(String digits) {
        return Integer.parseInt(digits.substring(3, 9));
    }

    private static int check(String digits) {
        var sum = 0;
        for (var i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        var rest = sum % 11;
        return rest < 2 ? rest : 11 - rest;
    }
}
