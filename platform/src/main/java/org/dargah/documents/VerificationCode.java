package org.dargah.documents;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.Province;

/**
 * The code under which anyone may check a certificate, such as {@code
 * 08-7KQ4-M9XT-2ABC-DEFG-HJKM-NPQR-STV7}: the number of the province, 27 random signs (132 bits, so
 * that none is ever found by trying) and a check sign (Luhn modulo 30), in the alphabet of tracking
 * codes. It says nothing about the case.
 */
public record VerificationCode(String text) {

    /** Finds codes in running text; what it finds still may be misspelt. */
    public static final Pattern FORM = Pattern.compile("\\d{2}(-[2-9A-HJKMNP-TV-Z]{4}){7}");

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_SIGNS = 27;
    private static final SecureRandom RANDOM = new SecureRandom();

    public VerificationCode {
        if (!isValid(text)) {
            throw new IllegalArgumentException("Not a verification code");
        }
    }

    static VerificationCode next(Province province) {
        StringBuilder signs = new StringBuilder();
        for (int i = 0; i < RANDOM_SIGNS; i++) {
            signs.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        signs.append(checkSign(signs));
        return new VerificationCode(grouped(province.code().substring(3) + signs));
    }

    /** Reads a typed code: any case, with or without hyphens and spaces, digits of any kind. */
    public static Optional<VerificationCode> parse(String typed) {
        String bare =
                PersianText.latinDigits(typed)
                        .replaceAll("[\\s\\-\\u2010-\\u2015\\u200B-\\u200F_]", "")
                        .toUpperCase(Locale.ROOT);
        String text = bare.length() == 2 + RANDOM_SIGNS + 1 ? grouped(bare) : "";
        return isValid(text) ? Optional.of(new VerificationCode(text)) : Optional.empty();
    }

    private static String grouped(String bare) {
        return bare.substring(0, 2) + bare.substring(2).replaceAll("(.{4})", "-$1");
    }

    public Province province() {
        return new Province("IR-" + text.substring(0, 2));
    }

    private static boolean isValid(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        String signs = text.substring(3).replace("-", "");
        return signs.charAt(RANDOM_SIGNS) == checkSign(signs.substring(0, RANDOM_SIGNS));
    }

    private static char checkSign(CharSequence signs) {
        int base = ALPHABET.length();
        int sum = 0;
        for (int i = 0; i < signs.length(); i++) {
            int weighted = ALPHABET.indexOf(signs.charAt(i)) * (i % 2 == 0 ? 2 : 1);
            sum += weighted / base + weighted % base;
        }
        return ALPHABET.charAt((base - sum % base) % base);
    }

    /** Whoever knows the code sees the certificate's public face, so logs do not. */
    @Override
    public String toString() {
        return text.substring(0, 7) + "-…";
    }
}
