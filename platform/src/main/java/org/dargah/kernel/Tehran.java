package org.dargah.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Time as it is decided and read in Iran; it is stored in UTC. */
public final class Tehran {

    public static final ZoneId ZONE = ZoneId.of("Asia/Tehran");

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZONE);

    private Tehran() {}

    public static LocalDate today(Clock clock) {
        return dateOf(clock.instant());
    }

    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The moment at which a day begins, for "from" and "before" in queries. */
    public static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant();
    }

    public static JalaliDate jalali(Instant instant) {
        return JalaliDate.of(dateOf(instant));
    }

    /** «۱۳:۲۰», 13:20. */
    public static String timeText(Instant instant, Locale locale) {
        return PersianText.digits(HOUR.format(instant), locale);
    }

    /** «۱ آذر ۱۴۰۵، ساعت ۱۳:۲۰», "1 Azar 1405, 13:20". */
    public static String momentText(Instant instant, Locale locale) {
        String between = PersianText.isPersian(locale) ? "، ساعت " : ", ";
        return jalali(instant).text(locale) + between + timeText(instant, locale);
    }
}
