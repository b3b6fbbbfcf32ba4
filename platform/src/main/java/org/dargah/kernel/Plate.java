package org.dargah.kernel;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number plate of an Iranian vehicle: two digits, a letter, three digits, and after «ایران» the
 * two digits of the place. It leads to a person, so it masks itself.
 */
public record Plate(String two, String letter, String three, String place) {

    /** The letters that plates carry, in the order of the alphabet; D and S are diplomats'. */
    public static final List<String> LETTERS =
            List.of(
                    "الف", "ب", "پ", "ت", "ث", "ج", "د", "ز", "ژ", "س", "ش", "ص", "ط", "ع", "ف",
                    "ق", "ک", "گ", "ل", "م", "ن", "و", "ه", "ی", "D", "S");

    private static final Pattern FORM =
            Pattern.compile("([1-9]\\d)(\\p{L}+)([1-9]\\d\\d)(?:ایران|IR)?([1-9]\\d)");

    public Plate {
        if (!(two + letter + three + place).matches("[1-9]\\d\\p{L}{1,3}[1-9]\\d\\d[1-9]\\d")
                || two.length() != 2
                || place.length() != 2
                || !LETTERS.contains(letter)) {
            throw new IllegalArgumentException("Not a number plate");
        }
    }

    /** Reads what a person typed in one line: «۱۲ ب ۳۴۵ ایران ۶۵», 12ب345-65. */
    public static Optional<Plate> parse(String typed) {
        Matcher parts = FORM.matcher(PersianText.typedNumber(typed));
        if (!parts.matches()) {
            return Optional.empty();
        }
        return letter(parts.group(2))
                .map(letter -> new Plate(parts.group(1), letter, parts.group(3), parts.group(4)));
    }

    private static Optional<String> letter(String typed) {
        String one = typed.equals("ا") ? "الف" : typed.replace('d', 'D').replace('s', 'S');
        return LETTERS.contains(one) ? Optional.of(one) : Optional.empty();
    }

    /** As it is kept: 12ب345-65. */
    public String code() {
        return two + letter + three + "-" + place;
    }

    /** As it is read: «12 ب 345 ایران 65». */
    public String text() {
        return two + " " + letter + " " + three + " ایران " + place;
    }

    @Override
    public String toString() {
        return "Plate[masked]";
    }
}
