package org.dargah.kernel;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Money: whole rials, never negative. Arithmetic that leaves the range throws. */
public record Rial(long amount) implements Comparable<Rial> {

    public static final Rial ZERO = new Rial(0);

    public Rial {
        if (amount < 0) {
            throw new IllegalArgumentException("Negative amount");
        }
    }

    public Rial plus(Rial other) {
        return new Rial(Math.addExact(amount, other.amount));
    }

    public Rial minus(Rial other) {
        return new Rial(Math.subtractExact(amount, other.amount));
    }

    public Rial times(long factor) {
        return new Rial(Math.multiplyExact(amount, factor));
    }

    public boolean isZero() {
        return amount == 0;
    }

    /** «۱٬۲۰۰٬۰۰۰ ریال» in Persian, "1,200,000 rials" in English. */
    public String text(Locale locale) {
        String grouped =
                new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(amount);
        return PersianText.isPersian(locale)
                ? PersianText.persianDigits(grouped).replace(',', '٬') + " ریال"
                : grouped + (amount == 1 ? " rial" : " rials");
    }

    /** «یک میلیون و دویست هزار ریال», "one million two hundred thousand rials". */
    public String words(Locale locale) {
        return NumberWords.of(amount, locale)
                + (PersianText.isPersian(locale) ? " ریال" : amount == 1 ? " rial" : " rials");
    }

    @Override
    public int compareTo(Rial other) {
        return Long.compare(amount, other.amount);
    }

    @Override
    public String toString() {
        return amount + " IRR";
    }
}
