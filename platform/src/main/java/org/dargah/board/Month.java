package org.dargah.board;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.PersianText;

/** A month of the Solar Hijri calendar, by which boards count. */
public record Month(int year, int number) {

    private static final Pattern CODE = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final int MONTHS = 12;

    public static Month of(LocalDate day) {
        JalaliDate date = JalaliDate.of(day);
        return new Month(date.year(), date.month());
    }

    /** Reads {@code 1405-09}; empty when there is no such month. */
    public static Optional<Month> parse(String code) {
        Matcher parts = CODE.matcher(code);
        return parts.matches()
                ? JalaliDate.parse(parts.group(1), parts.group(2), "1")
                        .map(date -> new Month(date.year(), date.month()))
                : Optional.empty();
    }

    public String code() {
        return "%04d-%02d".formatted(year, number);
    }

    public Month plus(int months) {
        int all = year * MONTHS + number - 1 + months;
        return new Month(Math.floorDiv(all, MONTHS), Math.floorMod(all, MONTHS) + 1);
    }

    public LocalDate firstDay() {
        return new JalaliDate(year, number, 1).toLocalDate();
    }

    public String name(Locale locale) {
        return JalaliDate.monthNames(locale).get(number - 1);
    }

    /** «آذر ۱۴۰۵», Azar 1405. */
    public String title(Locale locale) {
        return name(locale) + " " + PersianText.digits(String.valueOf(year), locale);
    }
}
