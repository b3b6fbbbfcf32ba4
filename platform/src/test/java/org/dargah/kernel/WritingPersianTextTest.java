package org.dargah.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingPersianTextTest {

    @Test
    void arabicKeyboardsAreForgiven() {
        assertThat(PersianText.normalise("  كتـــاب   علي  ١٢ ")).isEqualTo("کتاب علی 12");
        assertThat(PersianText.normalise("ﻛﺘﺎﺏ\u00A0ﻋﻠﻲ")).isEqualTo("کتاب علی");
    }

    @Test
    void halfSpacesStayWhereTheyMeanSomething() {
        assertThat(PersianText.normalise("می\u200C\u200Cخواهم \u200Cبزنم\u200C"))
                .isEqualTo("می\u200Cخواهم بزنم");
    }

    @Test
    void hiddenDirectionMarksGo() {
        assertThat(PersianText.normalise("\u202B76169\u200E-13439\u202C")).isEqualTo("76169-13439");
    }

    @Test
    void linesOfALongerTextStay() {
        assertThat(PersianText.normaliseLines(" سطر  يک \r\n\r\n سطر دو\n"))
                .isEqualTo("سطر یک\n\nسطر دو");
    }

    @Test
    void whatADatabaseCannotKeepGoes() {
        assertThat(PersianText.normalise("نام\u0000\uD800 خانوادگی")).isEqualTo("نام خانوادگی");
    }

    @ParameterizedTest
    @CsvSource({
        "پروانهٔ کسب, پروانه کسب",
        "پروانۀ کسب, پروانه كسب",
        "پروانه‌ی کسب, پروانه کسب",
        "می‌خواهم, ميخواهم",
        "آموزش, اموزش",
        "مسئول, مسیول",
        "مؤسسه, موسسه",
        "امضاء, امضا",
        "خانه‌های, خانههای",
        "کُرمان ۱۲, کرمان 12",
        "PDF, pdf"
    })
    void searchFindsEverySpelling(String written, String sought) {
        assertThat(PersianText.fold(written)).isEqualTo(PersianText.fold(sought));
    }

    @Test
    void digitsTurnPersianOnlyForPersianReaders() {
        assertThat(PersianText.digits("KR-7KQ4", Locale.of("fa"))).isEqualTo("KR-۷KQ۴");
        assertThat(PersianText.digits("12", Locale.ENGLISH)).isEqualTo("12");
        assertThat(PersianText.latinDigits("۱۲٣٤")).isEqualTo("1234");
    }

    @Property
    void normalisingAndFoldingTwiceChangesNothing(@ForAll String any) {
        String once = PersianText.normalise(any);
        assertThat(PersianText.normalise(once)).isEqualTo(once);
        String folded = PersianText.fold(any);
        assertThat(PersianText.fold(folded)).isEqualTo(folded);
    }

    /** A sign that goes sends text the long way round, which must lead to the same place. */
    @Property
    void textThatIsStoredAlreadyComesOutAsByTheLongWay(
            @ForAll
                    @Chars({
                        'a', 'Z', '7', '-', '~', 'ا', 'ی', 'ک', 'ه', 'ئ', 'آ', ' ', '\u200C', 'ي',
                        'ۀ', '۵'
                    })
                    String typed) {
        assertThat(PersianText.normalise(typed)).isEqualTo(PersianText.normalise("\u200E" + typed));
        assertThat(PersianText.fold(typed)).isEqualTo(PersianText.fold("\u200E" + typed));
    }
}
