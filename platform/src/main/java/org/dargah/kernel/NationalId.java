package org.dargah.kernel;

import java.util.Optional;

/**
 * The ten-digit number of an Iranian person (شمارهٔ ملی). Its last digit is a check digit modulo 11
 * over the other nine, weighted 10 to 2. Never a key, never in a URL or a log.
 */
public record NationalId(String digits) {

    private static final String DEMO_PREFIX = "999";

    public NationalId {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("Not a national id");
        }
    }

    /** Reads what a person typed: Persian or Arabic digits, hyphens and spaces are accepted. */
    public static Optional<NationalId> parse(String typed) {
        String digits = PersianText.typedNumber(typed);
        return isValid(digits) ? Optional.of(new NationalId(digits)) : Optional.empty();
    }

    /**
     * The id numbered {@code index} (0 to 999,998) of the range reserved for demo and tests: the
     * prefix 999, six digits of the index, the check digit. See ADR 0012.
     */
    public static NationalId demo(int index) {
        if (index < 0 || index > 999_998) {
            throw new IllegalArgumentException("Outside the demo range: " + index);
        }
        String nine = DEMO_PREFIX + "%06d".formatted(index);
        return new NationalId(nine + checkDigit(nine));
    }

    /** True for an id of the range reserved for demo and tests. */
    public boolean isDemo() {
        return digits.startsWith(DEMO_PREFIX);
    }

    private static boolean isValid(String digits) {
        return digits.length() == 10
                && digits.chars().allMatch(sign -> sign >= '0' && sign <= '9')
                && digits.chars().anyMatch(sign -> sign != digits.charAt(0))
                && digits.charAt(9) - '0' == checkDigit(digits);
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        int rest = sum % 11;
        return rest < 2 ? rest : 11 - rest;
    }

    /** For pages that must tell two people apart without showing the number. */
    public String masked() {
        return "•••••••" + digits.substring(7);
    }

    @Override
    public String toString() {
        return "NationalId[masked]";
    }
}
