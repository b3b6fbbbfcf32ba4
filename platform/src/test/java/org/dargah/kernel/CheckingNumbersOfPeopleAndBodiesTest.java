package org.dargah.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers with check digits: one wrong digit is seen, and what they hold stays out of logs. */
class CheckingNumbersOfPeopleAndBodiesTest {

    private static final String BODY = "10380284790";
    private static final String ACCOUNT = "IR820540102680020817909002";

    @ParameterizedTest
    @ValueSource(strings = {"10380284790", "۱۰۳۸۰۲۸۴۷۹۰", " 10380-284790 "})
    void aLegalIdMayBeTypedInAnyDigits(String typed) {
        assertThat(LegalId.parse(typed)).map(LegalId::digits).contains(BODY);
    }

    /** Unless the check digit is 0, which stands for two remainders. */
    @Test
    void everySingleWrongDigitOfALegalIdIsSeen() {
        everyOtherDigit("10100123456", 0, BODY.length(), LegalId::parse);
        assertThat(LegalId.parse("1038028479")).isEmpty();
        assertThat(LegalId.parse("10300000000")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IR820540102680020817909002",
                "ir82 0540 1026 8002 0817 9090 02",
                "۸۲۰۵۴۰۱۰۲۶۸۰۰۲۰۸۱۷۹۰۹۰۰۲"
            })
    void aShebaMayBeTypedInGroupsAndWithoutItsLetters(String typed) {
        assertThat(Sheba.parse(typed)).map(Sheba::text).contains(ACCOUNT);
    }

    @Test
    void everySingleWrongDigitOfAShebaIsSeen() {
        everyOtherDigit(ACCOUNT, 2, ACCOUNT.length(), Sheba::parse);
        assertThat(Sheba.parse(ACCOUNT).orElseThrow().grouped())
                .isEqualTo("IR82 0540 1026 8002 0817 9090 02");
    }

    private static void everyOtherDigit(
            String right, int from, int to, java.util.function.Function<String, Optional<?>> read) {
        for (int at = from; at < to; at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != right.charAt(at)) {
                    String wrong = right.substring(0, at) + digit + right.substring(at + 1);
                    assertThat(read.apply(wrong)).as(wrong).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12ب345-65", "۱۲ ب ۳۴۵ ایران ۶۵", "12 ب 345 65"})
    void aPlateIsReadHoweverItIsSpaced(String typed) {
        assertThat(Plate.parse(typed)).map(Plate::code).contains("12ب345-65");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12ب34565x", "2ب345-65", "12چ345-65", "02ب345-65", "12345-65", ""})
    void whatIsNoPlateIsNone(String typed) {
        assertThat(Plate.parse(typed)).isEmpty();
    }

    @Test
    void everyLetterOfAPlateIsRead() {
        for (String letter : Plate.LETTERS) {
            assertThat(Plate.parse("12" + letter + "345-65")).as(letter).isPresent();
        }
    }

    @Test
    void aPlaceLiesInIran() {
        assertThat(MapPoint.degrees("۳۰٫۲۸۳۹۵")).contains(new BigDecimal("30.28395"));
        assertThat(MapPoint.isWithin(new BigDecimal("30.28"), new BigDecimal("57.08"))).isTrue();
        assertThat(MapPoint.isWithin(new BigDecimal("57.08"), new BigDecimal("30.28"))).isFalse();
        assertThat(MapPoint.parts("۳۰٫۲۸، ۵۷٫۰۸")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0          | صفر ریال                                  | zero rials
                    1          | یک ریال                                   | one rial
                    1000       | هزار ریال                                 | one thousand rials
                    1200000    | یک میلیون و دویست هزار ریال               | one million two hundred thousand rials
                    21115      | بیست و یک هزار و صد و پانزده ریال         | twenty-one thousand one hundred fifteen rials
                    3000000000 | سه میلیارد ریال                           | three billion rials
                    """)
    void anAmountIsSaidInWords(long amount, String fa, String en) {
        assertThat(new Rial(amount).words(Locale.of("fa"))).isEqualTo(fa);
        assertThat(new Rial(amount).words(Locale.ENGLISH)).isEqualTo(en);
    }

    @Test
    void whatLeadsToAPersonMasksItself() {
        assertThat(Sheba.parse(ACCOUNT).orElseThrow()).hasToString("Sheba[masked]");
        assertThat(Plate.parse("12ب345-65").orElseThrow()).hasToString("Plate[masked]");
        assertThat(new MapPoint(new BigDecimal("30.28"), new BigDecimal("57.08")))
                .hasToString("MapPoint[masked]");
    }
}
