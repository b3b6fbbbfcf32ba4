package org.dargah.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Persian letters and digits as they are stored, searched and shown. Stored text has ی and ک, Latin
 * digits and its half-spaces (ZWNJ); Persian digits appear only when a page is rendered.
 */
public final class PersianText {

    private static final Pattern PRESENTATION_FORMS =
            Pattern.compile("[\\uFB50-\\uFDFF\\uFE70-\\uFEFC]+");
    private static final Pattern INVISIBLE =
            Pattern.compile(
                    "[\\u0640\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]");
    private static final Pattern SPACES =
            Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F\\u3000]+");
    private static final Pattern ZWNJ_RUN = Pattern.compile("\\u200C+");
    private static final Pattern ZWNJ_AT_EDGE =
            Pattern.compile("(?<=^|\\s)\\u200C|\\u200C(?=\\s|$)", Pattern.MULTILINE);

    private static final Pattern EZAFE = Pattern.compile("ه\\u200Cی(?![\\p{L}\\u200C])");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private PersianText() {}

    /**
     * The form in which a line that a person typed is stored: Arabic ي and ك become ی and ک, all
     * digits become Latin, tatweel and invisible controls go, spaces become single. ZWNJ stays.
     */
    public static String normalise(String text) {
        return spaced(INVISIBLE.matcher(lettered(text)).replaceAll(""));
    }

    /** As {@link #normalise}, for text of several lines: each line by itself, lines kept. */
    public static String normaliseLines(String text) {
        return String.join("\n", text.lines().map(PersianText::normalise).toList()).strip();
    }

    private static String lettered(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String letters =
                PRESENTATION_FORMS
                        .matcher(composed)
                        .replaceAll(m -> Normalizer.normalize(m.group(), Normalizer.Form.NFKC));
        return latinDigits(letters.replace('ي', 'ی').replace('ى', 'ی').replace('ك', 'ک'));
    }

    private static String spaced(String text) {
        String single = SPACES.matcher(ZWNJ_RUN.matcher(text).replaceAll("\u200C")).replaceAll(" ");
        return ZWNJ_AT_EDGE.matcher(single.strip()).replaceAll("");
    }

    /**
     * The form in which text is searched: normalised, without ZWNJ and marks, one form for each
     * family of letters (آ أ إ are ا; ۀ, ة and ه‌ی are ه; ؤ is و; ئ is ی), Latin in lower case.
     */
    public static String fold(String text) {
        String plain = EZAFE.matcher(normalise(text)).replaceAll("ه").replace("\u200C", "");
        String bare =
                MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
        return bare.replace('\u06D5', 'ه')
                .replace('ة', 'ه')
                .replace('ي', 'ی')
                .replace("ء", "")
                .toLowerCase(Locale.ROOT);
    }

    /** ASCII digits become Persian ones; everything else stays. */
    public static String persianDigits(String text) {
        return mapDigits(text, '0', '۰');
    }

    public static String persianDigits(long number) {
        return persianDigits(Long.toString(number));
    }

    /** Persian (۰–۹) and Arabic (٠–٩) digits become ASCII ones; everything else stays. */
    public static String latinDigits(String text) {
        return mapDigits(mapDigits(text, '۰', '0'), '٠', '0');
    }

    /** Digits as readers of the language see them. */
    public static String digits(String text, Locale locale) {
        return isPersian(locale) ? persianDigits(text) : text;
    }

    static boolean isPersian(Locale locale) {
        return "fa".equals(locale.getLanguage());
    }

    private static String mapDigits(String text, char fromZero, char toZero) {
        StringBuilder mapped = new StringBuilder(text);
        for (int i = 0; i < mapped.length(); i++) {
            int digit = mapped.charAt(i) - fromZero;
            if (digit >= 0 && digit <= 9) {
                mapped.setCharAt(i, (char) (toZero + digit));
            }
        }
        return mapped.toString();
    }

    /** What is left of a typed number: Latin digits, without the spaces and hyphens between. */
    static String typedNumber(String text) {
        return normalise(text).replaceAll("[ \\u200C\\-‐‑–—_.]", "");
    }
}
