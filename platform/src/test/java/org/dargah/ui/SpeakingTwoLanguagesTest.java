package org.dargah.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.dargah.kernel.Rial;
import org.junit.jupiter.api.Test;

class SpeakingTwoLanguagesTest {

    private static final Vocabulary VOCABULARY = new Vocabulary();
    private final Words persian = VOCABULARY.in(Words.PERSIAN);
    private final Words english = VOCABULARY.in(Words.ENGLISH);

    @Test
    void numbersAreReadInTheirLanguage() {
        assertThat(persian.number(1_234_567)).isEqualTo("۱٬۲۳۴٬۵۶۷");
        assertThat(english.number(-1_234)).isEqualTo("−1,234");
        assertThat(persian.decimal(3.50, 2)).isEqualTo("۳٫۵");
        assertThat(english.decimal(10.0, 1)).isEqualTo("10");
        assertThat(persian.money(new Rial(1_200_000))).isEqualTo("۱٬۲۰۰٬۰۰۰ ریال");
        assertThat(persian.money(Rial.ZERO)).isEqualTo("رایگان");
    }

    @Test
    void datesAreJalaliInBoth() {
        LocalDate day = LocalDate.of(2026, 11, 22);
        assertThat(persian.longDate(day)).isEqualTo("یکشنبه ۱ آذر ۱۴۰۵");
        assertThat(english.longDate(day)).isEqualTo("Sunday 1 Azar 1405");
        assertThat(persian.shortDate(day)).isEqualTo("۱۴۰۵/۰۹/۰۱");
        assertThat(persian.machineTime(Instant.parse("2026-11-22T07:11:00Z")))
                .isEqualTo("2026-11-22T10:41+03:30");
    }

    @Test
    void countsTakeTheirPlural() {
        assertThat(english.t("ui.errors.title", 1)).isEqualTo("Fix one thing");
        assertThat(english.t("ui.errors.title", 2)).isEqualTo("Fix 2 things");
        assertThat(persian.t("ui.errors.title", 2)).isEqualTo("۲ مورد را درست کنید");
    }

    @Test
    void textOfTheOtherScriptIsIsolated() {
        assertThat(persian.t("ui.size.kilobytes", "PDF")).isEqualTo("\u2068PDF\u2069 کیلوبایت");
        assertThat(english.t("ui.size.kilobytes", "PDF")).isEqualTo("PDF kB");
        assertThat(persian.t("ui.size.kilobytes", "۷۶۱۳۷-۱۲۳۴۵"))
                .isEqualTo("\u2066۷۶۱۳۷-۱۲۳۴۵\u2069 کیلوبایت");
    }

    @Test
    void whatPeopleWroteHasTheDigitsOfItsReaderButCodesStayWhole() {
        String text = "حدود 24 متر، پروندهٔ KR-7KQ4-M9XT، تلفن 0913-000-0001.";
        assertThat(persian.prose(text))
                .isEqualTo("حدود ۲۴ متر، پروندهٔ KR-7KQ4-M9XT، تلفن ۰۹۱۳-۰۰۰-۰۰۰۱.");
        assertThat(english.prose(text)).isEqualTo(text);
    }

    @Test
    void anUnknownKeyIsABug() {
        assertThatThrownBy(() -> persian.t("ui.nothing")).hasMessageContaining("ui.nothing");
    }

    @Test
    void everyoneElseReadsPersian() {
        assertThat(VOCABULARY.in(java.util.Locale.FRENCH).isPersian()).isTrue();
    }
}
