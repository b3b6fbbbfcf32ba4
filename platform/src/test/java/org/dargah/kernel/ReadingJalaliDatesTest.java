package org.dargah.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingJalaliDatesTest {

    private static final Locale FA = Locale.of("fa");

    @ParameterizedTest
    @CsvSource({
        "1300/01/01, 1921-03-21",
        "1357/11/22, 1979-02-11",
        "1375/12/30, 1997-03-20",
        "1399/12/30, 2021-03-20",
        "1403/12/30, 2025-03-20",
        "1404/01/01, 2025-03-21",
        "1405/09/01, 2026-11-22",
        "1408/12/30, 2030-03-20",
        "1435/12/29, 2057-03-19"
    })
    void knownDaysMeetTheirGregorianOnes(String jalali, LocalDate gregorian) {
        JalaliDate date = JalaliDate.parse(jalali).orElseThrow();
        assertThat(date.toLocalDate()).isEqualTo(gregorian);
        assertThat(JalaliDate.of(gregorian)).isEqualTo(date);
    }

    @Test
    void everyDayFrom1300To1435FollowsTheOneBeforeAndReturns() {
        LocalDate day = new JalaliDate(1300, 1, 1).toLocalDate();
        for (int year = 1300; year <= 1435; year++) {
            for (int month = 1; month <= 12; month++) {
                int days = month <= 6 ? 31 : month <= 11 || JalaliDate.isLeap(year) ? 30 : 29;
                for (int d = 1; d <= days; d++, day = day.plusDays(1)) {
                    JalaliDate date = new JalaliDate(year, month, d);
                    assertThat(date.toLocalDate()).isEqualTo(day);
                    assertThat(JalaliDate.of(day)).isEqualTo(date);
                }
            }
        }
    }

    @Test
    void leapYearsAreThoseOfTheOfficialCalendar() {
        assertThat(IntStream.rangeClosed(1370, 1420).filter(JalaliDate::isLeap))
                .containsExactly(
                        1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416,
                        1420);
    }

    @ParameterizedTest
    @CsvSource({
        "۱۳۷۰, شهریور, ۵, 1370/06/05",
        "1370, 6, 05, 1370/06/05",
        "١٣٧٠, فروردين, ٣١, 1370/01/31",
        "1399, esfand, 30, 1399/12/30"
    })
    void typedFieldsAreReadInEverySpelling(String y, String m, String d, String expected) {
        assertThat(JalaliDate.parse(y, m, d).map(JalaliDate::toString)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"1404, 12, 30", "1405, 7, 31", "1405, 13, 1", "1405, 0, 1", "70, 1, 1", "x, y, z"})
    void daysThatDoNotExistAreRefused(String y, String m, String d) {
        assertThat(JalaliDate.parse(y, m, d)).isEmpty();
    }

    @Test
    void aWrongDateCannotBeMade() {
        assertThatThrownBy(() -> new JalaliDate(1404, 12, 30))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void datesAreWrittenAsPeopleReadThem() {
        JalaliDate date = new JalaliDate(1405, 9, 1);
        assertThat(date.longText(FA)).isEqualTo("یکشنبه ۱ آذر ۱۴۰۵");
        assertThat(date.longText(Locale.ENGLISH)).isEqualTo("Sunday 1 Azar 1405");
        assertThat(date.shortText(FA)).isEqualTo("۱۴۰۵/۰۹/۰۱");
    }

    @Test
    void timeIsReadInTehran() {
        Instant lateInTheEveningUtc = Instant.parse("2026-11-21T21:10:00Z");
        assertThat(Tehran.momentText(lateInTheEveningUtc, FA)).isEqualTo("۱ آذر ۱۴۰۵، ساعت ۰۰:۴۰");
        assertThat(Tehran.startOf(LocalDate.of(2026, 11, 22)))
                .isEqualTo(Instant.parse("2026-11-21T20:30:00Z"));
    }
}
