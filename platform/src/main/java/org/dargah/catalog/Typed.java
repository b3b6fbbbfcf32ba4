package org.dargah.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.Postcode;

/** Turns what was typed into what is stored. */
sealed interface Typed {

    record Value(Object value) implements Typed {}

    record Nothing() implements Typed {}

    record Wrong(Text sentence) implements Typed {}

    Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,6})?");

    static Typed read(Form.Field field, Map<String, String> typed) {
        if (field.kind() == FieldKind.DATE && !typed.containsKey(field.name())) {
            return date(field, typed);
        }
        String text = typed.getOrDefault(field.name(), "");
        if (text.isBlank()) {
            return new Nothing();
        }
        return switch (field.kind()) {
            case TEXT -> filled(PersianText.normalise(text));
            case TEXTAREA -> filled(PersianText.normaliseLines(text));
            case FILE -> new Value(text.strip());
            case POSTCODE -> postcode(field, text);
            case MOBILE -> mobile(field, text);
            case CHOICE -> choice(field, text.strip());
            case NUMBER -> number(field, text);
            case DATE -> isoDate(field, text.strip());
        };
    }

    /** Nothing is left of some texts, such as one lone ZWNJ. */
    private static Typed filled(String text) {
        return text.isEmpty() ? new Nothing() : new Value(text);
    }

    private static Typed postcode(Form.Field field, String text) {
        Optional<Postcode> read = Postcode.parse(text);
        if (read.isPresent()) {
            return new Value(read.get().digits());
        }
        String bare = PersianText.normalise(text).replaceAll("[^\\p{L}\\p{N}]", "");
        if (!bare.matches("\\d*")) {
            return new Wrong(Sentence.of("catalog.form.postcode.letters", field.shortLabel()));
        }
        return bare.length() == 10
                ? new Wrong(Sentence.of("catalog.form.postcode.wrong", field.shortLabel()))
                : new Wrong(
                        Sentence.of(
                                "catalog.form.postcode.digits", field.shortLabel(), bare.length()));
    }

    private static Typed mobile(Form.Field field, String text) {
        return Mobile.parse(text)
                .<Typed>map(mobile -> new Value(mobile.digits()))
                .orElseGet(() -> new Wrong(Sentence.of("catalog.form.mobile", field.shortLabel())));
    }

    private static Typed choice(Form.Field field, String value) {
        return field.label(value).isPresent()
                ? new Value(value)
                : new Wrong(Sentence.of("catalog.form.choice", field.shortLabel()));
    }

    /** ٬ and , group thousands, ٫ and . begin the fraction. */
    private static Typed number(Form.Field field, String text) {
        String digits =
                PersianText.normalise(text).replaceAll("[ ,٬،\\u200C]", "").replace('٫', '.');
        return NUMBER.matcher(digits).matches()
                ? new Value(plain(new BigDecimal(digits)))
                : new Wrong(Sentence.of("catalog.form.number", field.shortLabel()));
    }

    /** 20 and 20.0 are one number, and neither is 2E+1. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    private static Typed date(Form.Field field, Map<String, String> typed) {
        String year = typed.getOrDefault(field.name() + ".year", "");
        String month = typed.getOrDefault(field.name() + ".month", "");
        String day = typed.getOrDefault(field.name() + ".day", "");
        if (year.isBlank() && month.isBlank() && day.isBlank()) {
            return new Nothing();
        }
        if (year.isBlank() || month.isBlank() || day.isBlank()) {
            return new Wrong(Sentence.of("catalog.form.missing.date", field.shortLabel()));
        }
        return JalaliDate.parse(year, month, day)
                .<Typed>map(date -> new Value(date.toLocalDate().toString()))
                .orElseGet(() -> new Wrong(Sentence.of("catalog.form.date", field.shortLabel())));
    }

    private static Typed isoDate(Form.Field field, String text) {
        try {
            return new Value(LocalDate.parse(text).toString());
        } catch (DateTimeParseException e) {
            return new Wrong(Sentence.of("catalog.form.date", field.shortLabel()));
        }
    }
}
