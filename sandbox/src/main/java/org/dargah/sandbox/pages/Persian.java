package org.dargah.sandbox.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import org.dargah.sandbox.people.Citizen;

/** Digits, money and dates as a Persian reader expects them; only for pages. */
public final class Persian {
    private static final String[] MONTHS = {
        "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
        "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"
    };

    /** Leap years of the 33-year cycle, right for 1343 to 1472. */
    private static final Set<Integer> LEAP = Set.of(1, 5, 9, 13, 17, 22, 26, 30);

    private static final int KNOWN_YEAR = 1405;
    private static final LocalDate KNOWN_NOWRUZ = LocalDate.of(2026, 3, 21);

    private Persian() {}

    public static String digits(String text) {
        var out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append((char) (c >= '0' && c <= '9' ? c - '0' + '۰' : c)));
        return out.toString();
    }

    public static String rials(long amount) {
        return digits(String.format(Locale.ROOT, "%,d", amount).replace(',', '٬')) + " ریال";
    }

    /** «۱ آذر ۱۴۰۵، ساعت ۱۰:۴۱», in Tehran. */
    public static String moment(Instant at) {
        var local = at.atZone(Citizen.ZONE);
        var time = String.format(Locale.ROOT, "%02d:%02d", local.getHour(), local.getMinute());
        return date(local.toLocalDate()) + "، ساعت " + digits(time);
    }

    public static String date(LocalDate date) {
        var year = KNOWN_YEAR;
        var nowruz = KNOWN_NOWRUZ;
        while (date.isBefore(nowruz)) {
            year--;
            nowruz = nowruz.minusDays(length(year));
        }
        while (!date.isBefore(nowruz.plusDays(length(year)))) {
            nowruz = nowruz.plusDays(length(year));
            year++;
        }
        var day = (int) ChronoUnit.DAYS.between(nowruz, date);
        var month = day < 186 ? day / 31 : 6 + (day - 186) / 30;
        var ofMonth = day < 186 ? day % 31 : (day - 186) % 30;
        return digits((ofMonth + 1) + " " + MONTHS[month] + " " + year);
    }

    private static int length(int year) {
        return LEAP.contains(year % 33) ? 366 : 365;
    }
}
