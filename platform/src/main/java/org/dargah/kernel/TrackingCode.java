package org.dargah.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The code under which anyone may follow a case, such as {@code KR-7KQ4-M9XP}: two letters of the
 * province, seven random signs and a check sign (Luhn modulo 30) of an alphabet without the signs
 * that people confuse (0 1 I L O U).
 */
public record TrackingCode(String text) {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_SIGNS = 7;
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}(-[2-9A-HJKMNP-TV-Z]{4}){2}");
    private static final Pattern BARE = Pattern.compile("([A-Z]{2})(.{4})(.{4})");

    public TrackingCode {
        if (!isValid(text)) {
            throw new IllegalArgumentException("Not a tracking code: " + text);
        }
    }

    /**
     * A new random code. Whether it is taken is for the table to say: make another on a clash.
     *
     * @param provinceLetters two capital letters, such as KR
     */
    public static TrackingCode next(String provinceLetters, RandomGenerator random) {
        StringBuilder signs = new StringBuilder();
        for (int i = 0; i < RANDOM_SIGNS; i++) {
            signs.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        signs.append(checkSign(signs));
        return new TrackingCode(
                provinceLetters + "-" + signs.substring(0, 4) + "-" + signs.substring(4));
    }

    /** Reads a typed code: any case, with or without hyphens and spaces, digits of any kind. */
    public static Optional<TrackingCode> parse(String typed) {
        String bare = PersianText.typedNumber(typed).toUpperCase(Locale.ROOT);
        String text = BARE.matcher(bare).replaceFirst("$1-$2-$3");
        return isValid(text) ? Optional.of(new TrackingCode(text)) : Optional.empty();
    }

    public String provinceLetters() {
        return text.substring(0, 2);
    }

    private static boolean isValid(String text) {
        return FORM.matcher(text).matches() && checksOut(text.substring(3).replace("-", ""));
    }

    private static boolean checksOut(String signs) {
        return signs.charAt(RANDOM_SIGNS) == checkSign(signs.substring(0, RANDOM_SIGNS));
    }

    /** Luhn modulo 30: every wrong sign and almost every swap of two neighbours is noticed. */
    private static char checkSign(CharSequence signs) {
        int base = ALPHABET.length();
        int sum = 0;
        for (int i = 0; i < signs.length(); i++) {
            int weighted = ALPHABET.indexOf(signs.charAt(i)) * (i % 2 == 0 ? 2 : 1);
            sum += weighted / base + weighted % base;
        }
        return ALPHABET.charAt((base - sum % base) % base);
    }

    @Override
    public String toString() {
        return text;
    }
}
