package org.dargah.kernel;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A date of the Solar Hijri calendar, which people read and type; the program computes with {@link
 * LocalDate}. Leap years are those of ICU4J, the only place that knows them here; libraries agree
 * from 1300 to 1435, and years outside 1200 to 1500 are refused.
 */
public record JalaliDate(int year, int month, int day) implements Comparable<JalaliDate> {

    private static final Calendar EMPTY = empty();
    private static final int FIRST_YEAR = 1200;
    private static final int LAST_YEAR = 1500;

    private static final List<String> MONTHS_FA =
            List.of(
                    "فروردین",
                    "اردیبهشت",
                    "خرداد",
                    "تیر",
                    "مرداد",
                    "شهریور",
                    "مهر",
                    "آبان",
                    "آذر",
                    "دی",
                    "بهمن",
                    "اسفند");
    private static final List<String> MONTHS_EN =
            List.of(
                    "Farvardin",
                    "Ordibehesht",
                    "Khordad",
                    "Tir",
                    "Mordad",
                    "Shahrivar",
                    "Mehr",
                    "Aban",
                    "Azar",
                    "Dey",
                    "Bahman",
                    "Esfand");

    /** Both languages' names as they are compared, folded once. */
    private static final Map<String, Integer> MONTHS = months();

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern BETWEEN = Pattern.compile("[/-]");

    private static final List<String> WEEKDAYS_FA =
            List.of("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه");
    private static final List<String> WEEKDAYS_EN =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    public JalaliDate {
        if (!exists(year, month, day)) {
            throw new IllegalArgumentException(
                    "No such Jalali date: %d/%d/%d".formatted(year, month, day));
        }
    }

    public static JalaliDate of(LocalDate date) {
        Calendar calendar = calendar();
        calendar.set(Calendar.JULIAN_DAY, (int) date.getLong(JulianFields.JULIAN_DAY));
        return new JalaliDate(
                calendar.get(Calendar.EXTENDED_YEAR),
                calendar.get(Calendar.MONTH) + 1,
                calendar.get(Calendar.DAY_OF_MONTH));
    }

    public LocalDate toLocalDate() {
        Calendar calendar = calendar();
        calendar.set(year, month - 1, day);
        return LocalDate.MIN.with(JulianFields.JULIAN_DAY, calendar.get(Calendar.JULIAN_DAY));
    }

    /**
     * Reads three typed fields; digits of any kind, the month also by its Persian or English name.
     * Empty when no such day exists.
     */
    public static Optional<JalaliDate> parse(String year, String month, String day) {
        int y = number(year);
        int m = monthOf(month);
        int d = number(day);
        return exists(y, m, d) ? Optional.of(new JalaliDate(y, m, d)) : Optional.empty();
    }

    /** Reads «۱۴۰۵/۰۹/۰۱» or 1405-9-1. Empty when no such day exists. */
    public static Optional<JalaliDate> parse(String date) {
        String[] parts = BETWEEN.split(PersianText.normalise(date), -1);
        return parts.length == 3 ? parse(parts[0], parts[1], parts[2]) : Optional.empty();
    }

    private static int number(String typed) {
        String digits = PersianText.normalise(typed);
        return NUMBER.matcher(digits).matches() ? Integer.parseInt(digits) : -1;
    }

    private static int monthOf(String typed) {
        Integer named = MONTHS.get(PersianText.fold(typed));
        return named == null ? number(typed) : named;
    }

    private static Map<String, Integer> months() {
        var months = new HashMap<String, Integer>();
        for (int i = 0; i < MONTHS_FA.size(); i++) {
            months.put(PersianText.fold(MONTHS_FA.get(i)), i + 1);
            months.put(PersianText.fold(MONTHS_EN.get(i)), i + 1);
        }
        return Map.copyOf(months);
    }

    private static boolean exists(int year, int month, int day) {
        return year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= daysIn(year, month);
    }

    private static int daysIn(int year, int month) {
        if (month < 12) {
            return month <= 6 ? 31 : 30;
        }
        return isLeap(year) ? 30 : 29;
    }

    /** True when Esfand of the year has 30 days. */
    public static boolean isLeap(int year) {
        Calendar calendar = calendar();
        calendar.set(year, 11, 1);
        return calendar.getActualMaximum(Calendar.DAY_OF_MONTH) == 30;
    }

    private static Calendar calendar() {
        return EMPTY.clone();
    }

    private static Calendar empty() {
        Calendar calendar =
                Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("@calendar=persian"));
        calendar.clear();
        return calendar;
    }

    /** «یکشنبه ۱ آذر ۱۴۰۵», "Sunday 1 Azar 1405". */
    public String longText(Locale locale) {
        DayOfWeek weekday = toLocalDate().getDayOfWeek();
        List<String> names = PersianText.isPersian(locale) ? WEEKDAYS_FA : WEEKDAYS_EN;
        return names.get(weekday.getValue() - 1) + " " + text(locale);
    }

    /** «۱ آذر ۱۴۰۵», "1 Azar 1405". */
    public String text(Locale locale) {
        return PersianText.digits(day + " " + monthName(locale) + " " + year, locale);
    }

    /** «۱۴۰۵/۰۹/۰۱», 1405/09/01. */
    public String shortText(Locale locale) {
        return PersianText.digits(toString(), locale);
    }

    public String monthName(Locale locale) {
        return monthNames(locale).get(month - 1);
    }

    /** The twelve names in order, for forms and charts. */
    public static List<String> monthNames(Locale locale) {
        return PersianText.isPersian(locale) ? MONTHS_FA : MONTHS_EN;
    }

    @Override
    public int compareTo(JalaliDate other) {
        return Comparator.comparingInt(JalaliDate::year)
                .thenComparingInt(JalaliDate::month)
                .thenComparingInt(JalaliDate::day)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return "%04d/%02d/%02d".formatted(year, month, day);
    }
}
