package org.dargah.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypingANationalIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9990000018",
                "۹۹۹۰۰۰۰۰۱۸",
                "٩٩٩٠٠٠٠٠١٨",
                " 999-000001-8 ",
                "999 000001 8",
                "\u200E9990000018\u200F"
            })
    void isReadInEverySpellingThatPeopleUse(String typed) {
        NationalId expected = NationalId.demo(1);
        assertThat(NationalId.parse(typed)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "999",
                "9990000011",
                "1111111111",
                "0000000000",
                "99900000180",
                "abcdefghij"
            })
    void isRefusedWhenItCannotBeOne(String typed) {
        assertThat(NationalId.parse(typed)).isEmpty();
    }

    @Property
    void anyOneWrongDigitIsNoticed(
            @ForAll @IntRange(max = 999_998) int index,
            @ForAll @IntRange(max = 8) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        StringBuilder wrong = new StringBuilder(NationalId.demo(index).digits());
        int digit = (wrong.charAt(place) - '0' + shift) % 10;
        wrong.setCharAt(place, (char) ('0' + digit));
        // Rests 1 and 10 have the same check digit, so that only this one may miss an error.
        if (NationalId.parse(wrong.toString()).isPresent()) {
            assertThat(wrong.charAt(9)).isEqualTo('1');
        }
    }

    @Property
    void everyDemoIdIsValidAndKnowsIt(@ForAll @IntRange(max = 999_998) int index) {
        NationalId id = NationalId.demo(index);
        assertThat(NationalId.parse(id.digits())).contains(id);
        assertThat(id.isDemo()).isTrue();
    }

    @Test
    void neverShowsItselfInALog() {
        NationalId id = NationalId.demo(123_456);
        assertThat(id.toString()).doesNotContain("123").doesNotContain(id.digits());
        assertThat(id.masked()).doesNotContain("99912").endsWith(id.digits().substring(7));
    }

    @Test
    void cannotBeMadeFromWrongDigits() {
        assertThatThrownBy(() -> new NationalId("1234567890"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("1234567890");
    }
}
