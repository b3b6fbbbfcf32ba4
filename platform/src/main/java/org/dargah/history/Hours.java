package org.dargah.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.WorkingCalendar;

/**
 * When things happen on a day: once in office hours and once in the evening, at moments that differ
 * from day to day and never after the history's end. What happens at one moment is done by several
 * people at once.
 */
final class Hours {

    private static final LocalTime OPENING = LocalTime.of(8, 10);
    private static final LocalTime EVENING = LocalTime.of(17, 20);
    private static final int OFFICE_SECONDS = 4 * 3600;
    private static final int EVENING_SECONDS = 4 * 3600 + 1800;

    /** What happens last lies a little before the end, so that nothing is later than now. */
    private static final int MARGIN_SECONDS = 900;

    private final Span span;
    private final WorkingCalendar calendar;

    Hours(Span span, WorkingCalendar calendar) {
        this.span = span;
        this.calendar = calendar;
    }

    /** In office hours of that day; on the last day not later than now. */
    Instant office(LocalDate day) {
        Instant wanted = at(day, OPENING, OFFICE_SECONDS, 0);
        Instant latest = span.until().minusSeconds(MARGIN_SECONDS);
        return day.equals(span.to()) && wanted.isAfter(latest) ? latest : wanted;
    }

    Instant evening(LocalDate day) {
        return at(day, EVENING, EVENING_SECONDS, 1);
    }

    private static Instant at(LocalDate day, LocalTime from, int seconds, int salt) {
        int later = new SplittableRandom(day.toEpochDay() * 31 + salt).nextInt(seconds);
        return day.atTime(from).plusSeconds(later).atZone(Tehran.ZONE).toInstant();
    }

    /** When the office is at work that many working days later, if the history reaches so far. */
    Optional<Instant> officeAfter(Instant moment, int workingDays) {
        LocalDate day = Tehran.dateOf(moment);
        LocalDate due = workingDays == 0 ? day : calendar.plusWorkingDays(day, workingDays);
        Instant at = office(due);
        return calendar.isWorkingDay(due) && at.isAfter(moment)
                ? reached(at)
                : officeAfter(moment, workingDays + 1);
    }

    /** In the evening that many days later. */
    Optional<Instant> eveningAfter(Instant moment, int days) {
        Instant at = evening(Tehran.dateOf(moment).plusDays(days));
        return at.isAfter(moment) ? reached(at) : eveningAfter(moment, days + 1);
    }

    private Optional<Instant> reached(Instant at) {
        boolean opened = !at.isBefore(at(span.to(), OPENING, 1, 0)) || at.isBefore(lastMidnight());
        return opened && at.isBefore(span.until()) ? Optional.of(at) : Optional.empty();
    }

    private Instant lastMidnight() {
        return Tehran.startOf(span.to());
    }

    /** The working day so many working days before the last one. */
    LocalDate workingDaysAgo(int days) {
        LocalDate day = span.to();
        int left = days;
        while (left > 0 || !isWorkingDay(day)) {
            left -= isWorkingDay(day) ? 1 : 0;
            day = day.minusDays(1);
        }
        return day;
    }

    /** Working days that have passed between then and the end. */
    int age(LocalDate day) {
        return calendar.workingDaysBetween(day, span.to());
    }

    boolean isWorkingDay(LocalDate day) {
        return calendar.isWorkingDay(day);
    }
}
