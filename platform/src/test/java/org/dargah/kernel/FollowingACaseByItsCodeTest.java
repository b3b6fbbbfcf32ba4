package org.dargah.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FollowingACaseByItsCodeTest {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Property
    void everyCodeIsReadBackAsItWasGivenOut(@ForAll long seed) {
        TrackingCode code = TrackingCode.next("KR", new Random(seed));
        assertThat(code.text()).matches("KR-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}");
        assertThat(TrackingCode.parse(code.text())).contains(code);
        assertThat(TrackingCode.parse(code.text().toLowerCase(Locale.ROOT).replace("-", " ")))
                .contains(code);
        assertThat(TrackingCode.parse(PersianText.persianDigits(code.text()))).contains(code);
    }

    @Property
    void anyOneWrongSignIsNoticed(
            @ForAll long seed,
            @ForAll @IntRange(max = 7) int place,
            @ForAll @IntRange(min = 1, max = 29) int shift) {
        String code = TrackingCode.next("KR", new Random(seed)).text();
        int at = place < 4 ? 3 + place : 4 + place;
        StringBuilder wrong = new StringBuilder(code);
        int sign = (ALPHABET.indexOf(code.charAt(at)) + shift) % ALPHABET.length();
        wrong.setCharAt(at, ALPHABET.charAt(sign));
        assertThat(TrackingCode.parse(wrong.toString())).isEmpty();
    }

    @Test
    void otherTextIsNoCode() {
        assertThat(TrackingCode.parse("")).isEmpty();
        assertThat(TrackingCode.parse("KR-0000-0000")).isEmpty();
        assertThat(TrackingCode.parse("سلام دنیا")).isEmpty();
    }
}
