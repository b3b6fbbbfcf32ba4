package org.dargah.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CountingMoneyTest {

    @Test
    void moneyIsWrittenAsPeopleReadIt() {
        Rial fee = new Rial(1_200_000);
        assertThat(fee.text(Locale.of("fa"))).isEqualTo("۱٬۲۰۰٬۰۰۰ ریال");
        assertThat(fee.text(Locale.ENGLISH)).isEqualTo("1,200,000 rials");
        assertThat(Rial.ZERO.text(Locale.of("fa"))).isEqualTo("۰ ریال");
    }

    @Test
    void moneyIsNeverNegative() {
        assertThatThrownBy(() -> new Rial(5).minus(new Rial(6)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rial(Long.MAX_VALUE).plus(new Rial(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void moneyAddsUp() {
        assertThat(new Rial(500).times(3).plus(new Rial(1)).minus(new Rial(1501)).isZero())
                .isTrue();
    }
}
