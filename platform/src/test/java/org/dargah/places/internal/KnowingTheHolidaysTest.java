package org.dargah.places.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowingTheHolidaysTest {

    private final WorkingCalendar calendar =
            new WorkingDays()
                    .workingCalendar(
                            "../provinces",
                            Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC));

    private static LocalDate day(String jalali) {
        return JalaliDate.parse(jalali).orElseThrow().toLocalDate();
    }

    @ParameterizedTest
    @CsvSource({"1404/01/01", "1405/03/15", "1405/11/22", "1406/12/29", "1405/10/02"})
    void holidaysAreKnown(String jalali) {
        assertThat(calendar.holiday(day(jalali))).isPresent();
        assertThat(calendar.isWorkingDay(day(jalali))).isFalse();
    }

    @Test
    void thursdayAndFridayAreTheWeekend() {
        assertThat(calendar.isWorkingDay(day("1405/09/05"))).isFalse();
        assertThat(calendar.isWorkingDay(day("1405/09/06"))).isFalse();
        assertThat(calendar.isWorkingDay(day("1405/09/07"))).isTrue();
    }

    @Test
    void sevenWorkingDaysFromTheFirstOfAzarEndOnTheTenth() {
        // 2, 3, 4, (5 and 6 weekend), 7, 8, 9, 10
        assertThat(calendar.plusWorkingDays(day("1405/09/01"), 7)).isEqualTo(day("1405/09/10"));
    }

    @Test
    void aTermAcrossNewYearLeavesTheHolidaysOut() {
        // 28 Esfand 1405 is a Friday and 29 a holiday; then Nowruz to 4 Farvardin, 5 and 6 weekend
        assertThat(calendar.plusWorkingDays(day("1405/12/26"), 1)).isEqualTo(day("1406/01/07"));
    }
}
