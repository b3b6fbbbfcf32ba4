package org.dargah.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingAnSmsTest {

    @ParameterizedTest
    @CsvSource({
        "ک, 70, 1",
        "ک, 71, 2",
        "ک, 134, 2",
        "ک, 135, 3",
        "a, 160, 1",
        "a, 161, 2",
        "a, 306, 2",
        "a, 307, 3",
        "{, 80, 1",
        "{, 81, 2",
        "`, 71, 2"
    })
    void itsPartsAreCountedAsOperatorsDo(String sign, int times, int parts) {
        assertThat(new SmsText(sign.repeat(times)).parts()).isEqualTo(parts);
    }

    @Test
    void itIsNeitherEmptyNorEndless() {
        assertThatThrownBy(() -> new SmsText(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SmsText("ک".repeat(67 * 6 + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itStaysOutOfLogs() {
        assertThat(new SmsText("کد ورود: 12345").toString()).doesNotContain("12345");
    }
}
