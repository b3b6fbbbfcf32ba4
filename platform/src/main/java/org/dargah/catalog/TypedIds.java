package org.dargah.catalog;

import java.util.regex.Pattern;
import org.dargah.kernel.LegalId;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.Sheba;

/** Numbers with check digits: what is wrong with one is told apart, so that it can be put right. */
final class TypedIds {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern DIGITS = Pattern.compile("\\d*");

    private static final Pattern SHORT = Pattern.compile("\\d{8,9}");
    private static final Pattern LETTERS = Pattern.compile("^(?i)IR");

    private TypedIds() {}

    /** Spreadsheets take the noughts at the beginning away: two of them at most come back. */
    static Typed nationalId(Form.Field field, String text) {
        String bare = bare(text);
        String whole = SHORT.matcher(bare).matches() ? "0".repeat(10 - bare.length()) + bare : bare;
        return NationalId.parse(whole)
                .<Typed>map(id -> new Typed.Value(id.digits()))
                .orElseGet(() -> wrong(field, bare, 10, "catalog.form.national-id"));
    }

    static Typed legalId(Form.Field field, String text) {
        return LegalId.parse(text)
                .<Typed>map(id -> new Typed.Value(id.digits()))
                .orElseGet(() -> wrong(field, bare(text), 11, "catalog.form.legal-id"));
    }

    static Typed sheba(Form.Field field, String text) {
        String digits = LETTERS.matcher(bare(text)).replaceFirst("");
        return Sheba.parse(text)
                .<Typed>map(sheba -> new Typed.Value(sheba.text()))
                .orElseGet(() -> wrong(field, digits, 24, "catalog.form.sheba"));
    }

    private static String bare(String text) {
        return BETWEEN.matcher(PersianText.normalise(text)).replaceAll("");
    }

    private static Typed wrong(Form.Field field, String bare, int length, String key) {
        if (!DIGITS.matcher(bare).matches()) {
            return Typed.wrong(key + ".letters", field);
        }
        return bare.length() == length
                ? Typed.wrong(key + ".wrong", field)
                : Typed.wrong(key + ".digits", field, length, bare.length());
    }
}
