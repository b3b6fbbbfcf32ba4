package org.dargah.kernel;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The international number of an Iranian bank account (شبا): IR and 24 digits. ISO 13616: with its
 * first four signs moved to the end and letters read as numbers, it is 1 modulo 97.
 */
public record Sheba(String text) {

    private static final Pattern FORM = Pattern.compile("IR\\d{24}");
    private static final Pattern BARE = Pattern.compile("\\d{24}");
    private static final String IR = "1827";
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    public Sheba {
        if (!isValid(text)) {
            throw new IllegalArgumentException("Not a Sheba");
        }
    }

    /** Reads what a person typed: any digits, spaces and hyphens, with or without IR before. */
    public static Optional<Sheba> parse(String typed) {
        String signs = PersianText.typedNumber(typed).toUpperCase(Locale.ROOT);
        String whole = BARE.matcher(signs).matches() ? "IR" + signs : signs;
        return isValid(whole) ? Optional.of(new Sheba(whole)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return FORM.matcher(text).matches()
                && new BigInteger(text.substring(4) + IR + text.substring(2, 4))
                        .mod(MODULUS)
                        .equals(BigInteger.ONE);
    }

    /** As banks print it: in groups of four. */
    public String grouped() {
        return text.replaceAll("(.{4})(?!$)", "$1 ");
    }

    @Override
    public String toString() {
        return "Sheba[masked]";
    }
}
