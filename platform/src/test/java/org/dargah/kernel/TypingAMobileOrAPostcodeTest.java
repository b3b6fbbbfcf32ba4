package org.dargah.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypingAMobileOrAPostcodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "09131234567",
                "۰۹۱۳۱۲۳۴۵۶۷",
                "+98 913 123 4567",
                "00989131234567",
                "989131234567",
                "9131234567",
                "(0913) 123-4567"
            })
    void aMobileIsReadInEverySpelling(String typed) {
        assertThat(Mobile.parse(typed)).contains(new Mobile("09131234567"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "03432123456", "0913123456", "091312345678", "+49 171 1234567"})
    void anotherNumberIsNoMobile(String typed) {
        assertThat(Mobile.parse(typed)).isEmpty();
    }

    @Test
    void aMobileIsMasked() {
        Mobile mobile = new Mobile("09131234567");
        assertThat(mobile.toString()).doesNotContain("1234");
        assertThat(mobile.masked()).isEqualTo("0913•••4567");
        assertThat(mobile.international()).isEqualTo("+989131234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7616913439", "76169-13439", "۷۶۱۶۹ ۱۳۴۳۹"})
    void aPostcodeIsReadInEverySpelling(String typed) {
        assertThat(Postcode.parse(typed)).contains(new Postcode("7616913439"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "76169", "7016913439", "7626913439", "7777913439", "76169134390"})
    void anotherNumberIsNoPostcode(String typed) {
        assertThat(Postcode.parse(typed)).isEmpty();
    }

    @Test
    void aPostcodeIsMasked() {
        Postcode postcode = new Postcode("7616913439");
        assertThat(postcode.toString()).doesNotContain("76169");
        assertThat(postcode.text()).isEqualTo("76169-13439");
    }
}
