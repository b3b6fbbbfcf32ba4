package org.dargah.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CountingWorkingDaysTest {

    private static final LocalDate SUNDAY = new JalaliDate(1405, 9, 1).toLocalDate();
    private static final LocalDate TUESDAY_OFF = new JalaliDate(1405, 9, 3).toLocalDate();

    private final WorkingCalendar calendar =
            new WorkingCalendar(
                    Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                    Map.of(TUESDAY_OFF, "تعطیل نمونه"));

    @Test
    void weekendsAndHolidaysAreSteppedOver() {
        // Monday, (Tuesday off), Wednesday, (Thursday, Friday), Saturday
        assertThat(calendar.plusWorkingDays(SUNDAY, 3)).isEqualTo(SUNDAY.plusDays(6));
        assertThat(calendar.workingDaysBetween(SUNDAY, SUNDAY.plusDays(6))).isEqualTo(3);
        assertThat(calendar.holiday(TUESDAY_OFF)).contains("تعطیل نمونه");
    }

    @Test
    void aTermOfNoDaysEndsOnTheFirstWorkingDay() {
        assertThat(calendar.plusWorkingDays(SUNDAY, 0)).isEqualTo(SUNDAY);
        assertThat(calendar.plusWorkingDays(TUESDAY_OFF, 0)).isEqualTo(TUESDAY_OFF.plusDays(1));
    }

    @Test
    void aDeadlineThatHasPassedCountsBelowZero() {
        assertThat(calendar.workingDaysBetween(SUNDAY.plusDays(6), SUNDAY)).isEqualTo(-3);
    }

    @Property
    void anEndOfATermIsAWorkingDayAndCountsBack(
            @ForAll @IntRange(max = 2000) int offset,
            @ForAll @IntRange(min = 1, max = 90) int days) {
        LocalDate start = SUNDAY.minusDays(1000).plusDays(offset);
        LocalDate end = calendar.plusWorkingDays(start, days);
        assertThat(calendar.isWorkingDay(end)).isTrue();
        assertThat(calendar.workingDaysBetween(start, end)).isEqualTo(days);
    }
}
