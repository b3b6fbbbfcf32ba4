package org.dargah.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The ten-digit postcode (کد پستی) of one address. Its first five digits, the delivery zone, never
 * hold 0 or 2, and the first four are never one digit repeated.
 */
public record Postcode(String digits) {

    private static final Pattern FORM = Pattern.compile("(?!(\\d)\\1{3})[13-9]{5}\\d{5}");

    public Postcode {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("Not a postcode");
        }
    }

    /** Reads what a person typed: Persian or Arabic digits, hyphens and spaces are accepted. */
    public static Optional<Postcode> parse(String typed) {
        String digits = PersianText.typedNumber(typed);
        return FORM.matcher(digits).matches()
                ? Optional.of(new Postcode(digits))
                : Optional.empty();
    }

    /** As it is printed on letters: five digits, a hyphen, five digits. */
    public String text() {
        return digits.substring(0, 5) + "-" + digits.substring(5);
    }

    @Override
    public String toString() {
        return "Postcode[masked]";
    }
}
