package org.dargah.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells working days from days off. Weekend days and official holidays are data, because both are
 * changed by law; deadlines of every service count with this one calendar.
 */
public final class WorkingCalendar {

    private final Set<DayOfWeek> weekend;
    private final Map<LocalDate, String> holidays;

    /**
     * @param holidays the official holidays with the titles that people read
     */
    public WorkingCalendar(Set<DayOfWeek> weekend, Map<LocalDate, String> holidays) {
        if (weekend.size() >= DayOfWeek.values().length) {
            throw new IllegalArgumentException("A week needs a working day");
        }
        this.weekend =
                weekend.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.copyOf(weekend);
        this.holidays = new TreeMap<>(holidays);
    }

    public boolean isWorkingDay(LocalDate date) {
        return !weekend.contains(date.getDayOfWeek()) && !holidays.containsKey(date);
    }

    public Optional<String> holiday(LocalDate date) {
        return Optional.ofNullable(holidays.get(date));
    }

    /**
     * The day that ends a term of {@code days} working days that began on {@code start}; the first
     * day itself is not counted. A term of no days ends on the first working day from {@code start}
     * on.
     */
    public LocalDate plusWorkingDays(LocalDate start, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("A term is not negative: " + days);
        }
        LocalDate date = days == 0 ? start.minusDays(1) : start;
        for (int left = Math.max(days, 1); left > 0; left--) {
            date = nextWorkingDay(date);
        }
        return date;
    }

    private LocalDate nextWorkingDay(LocalDate date) {
        LocalDate next = date.plusDays(1);
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /**
     * How many working days lie after {@code from}, up to and including {@code to}; negative when
     * {@code to} lies before {@code from}, as for a deadline that has passed.
     */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from);
        }
        return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
    }
}
