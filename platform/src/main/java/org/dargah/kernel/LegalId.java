package org.dargah.kernel;

import java.util.Optional;

/**
 * The eleven-digit number of a company or other body (شناسهٔ ملی اشخاص حقوقی). Its last digit is a
 * check digit modulo 11 over the ten before it, each raised by the tenth digit plus two.
 */
public record LegalId(String digits) {

    private static final int[] WEIGHTS = {29, 27, 23, 19, 17, 29, 27, 23, 19, 17};

    public LegalId {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("Not a legal id");
        }
    }

    /** Reads what a person typed: Persian or Arabic digits, hyphens and spaces are accepted. */
    public static Optional<LegalId> parse(String typed) {
        String digits = PersianText.typedNumber(typed);
        return isValid(digits) ? Optional.of(new LegalId(digits)) : Optional.empty();
    }

    private static boolean isValid(String digits) {
        return digits.matches("\\d{11}")
                && !digits.startsWith("000000", 3)
                && digits.charAt(10) - '0' == checkDigit(digits);
    }

    private static int checkDigit(String digits) {
        int raised = digits.charAt(9) - '0' + 2;
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0' + raised) * WEIGHTS[i];
        }
        return sum % 11 % 10;
    }
}
