package org.dargah.kernel;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Persian letters and digits as they are stored, searched and shown. Stored text has ی and ک, Latin
 * digits and its half-spaces (ZWNJ); Persian digits appear only when a page is rendered.
 */
public final class PersianText {

    private static final Pattern PRESENTATION_FORMS =
            Pattern.compile("[\\uFB50-\\uFDFF\\uFE70-\\uFEFC]+");

    /** Tatweel, direction marks, byte order marks, control signs and halves of surrogate pairs. */
    private static final Pattern INVISIBLE =
            Pattern.compile(
                    "[\\u0640\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF"
                        + "\\x00-\\x08\\x0E-\\x1F\\x7F-\\x84\\x86-\\x9F\\p{Cs}]");

    private static final Pattern GAP = Pattern.compile("[\\s\\u0085\\p{Z}\\u200C]+");
    private static final Pattern ONLY_ZWNJ = Pattern.compile("\\u200C+");
    private static final Pattern EDGES = Pattern.compile("^[ \\u200C]+|[ \\u200C]+$");
    private static final Pattern EZAFE = Pattern.compile("ه\\u200Cی(?![\\p{L}\\u200C])");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[ \\u200C\\-‐‑–—_.]");

    /** Letters that stand in stored text as they are. */
    private static final String LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقلمنهوپچژکگی";

    private static final BitSet STORED = stored();

    private PersianText() {}

    private static BitSet stored() {
        var signs = new BitSet();
        signs.set('!', 0x7F);
        LETTERS.chars().forEach(signs::set);
        return signs;
    }

    /**
     * The form in which a line that a person typed is stored: Arabic ي and ك become ی and ک, all
     * digits become Latin, tatweel and invisible controls go, spaces become single. ZWNJ stays.
     */
    public static String normalise(String text) {
        return isStored(text) ? text : spaced(lettered(text));
    }

    /** Most text comes as it is stored: letters and signs with single gaps between them. */
    private static boolean isStored(String text) {
        boolean gap = true;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean next = sign == ' ' || sign == '\u200C';
            if (next ? gap : !STORED.get(sign)) {
                return false;
            }
            gap = next;
        }
        return !gap || text.isEmpty();
    }

    /** As {@link #normalise}, for text of several lines: each line by itself, lines kept. */
    public static String normaliseLines(String text) {
        return String.join("\n", text.lines().map(PersianText::normalise).toList()).strip();
    }

    private static String lettered(String text) {
        String plain =
                PRESENTATION_FORMS
                        .matcher(text)
                        .replaceAll(m -> Normalizer.normalize(m.group(), Normalizer.Form.NFKC));
        String visible = INVISIBLE.matcher(plain).replaceAll("");
        String composed = Normalizer.normalize(visible, Normalizer.Form.NFC);
        return latinDigits(composed.replace('ي', 'ی').replace('ى', 'ی').replace('ك', 'ک'));
    }

    /** A gap is one space, or one ZWNJ when it holds nothing else; none stands at an edge. */
    private static String spaced(String text) {
        String single =
                GAP.matcher(text)
                        .replaceAll(m -> ONLY_ZWNJ.matcher(m.group()).matches() ? "\u200C" : " ");
        return EDGES.matcher(single).replaceAll("");
    }

    /**
     * The form in which text is searched: normalised, without ZWNJ and marks, one form for each
     * family of letters (آ أ إ are ا; ۀ, ة and ه‌ی are ه; ؤ is و; ئ is ی), Latin in lower case.
     */
    public static String fold(String text) {
        String plain = EZAFE.matcher(normalise(text)).replaceAll("ه").replace("\u200C", "");
        String lower = plain.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(sign -> sign < 0x7F)) {
            return spaced(lower);
        }
        String bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        return spaced(
                bare.replace('\u06D5', 'ه').replace('ة', 'ه').replace('ي', 'ی').replace("ء", ""));
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

    /** Pages are Persian unless English was chosen. */
    public static boolean isPersian(Locale locale) {
        return !"en".equals(locale.getLanguage());
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
        return BETWEEN_DIGITS.matcher(normalise(text)).replaceAll("");
    }
}
