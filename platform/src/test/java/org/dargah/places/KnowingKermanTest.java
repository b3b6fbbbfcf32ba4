package org.dargah.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.dargah.kernel.CountyCode;
import org.junit.jupiter.api.Test;

class KnowingKermanTest {

    private static final String PROVINCES = "../provinces";

    private final Places places = new Places(PROVINCES, "IR-08");

    @Test
    void theProvinceHasItsCountiesAndSeat() {
        assertThat(places.title(Locale.of("fa"))).isEqualTo("استان کرمان");
        assertThat(places.letters()).isEqualTo("KR");
        assertThat(places.seat().titleEn()).isEqualTo("Kerman");
        assertThat(places.counties())
                .hasSize(25)
                .extracting(County::titleFa)
                .doesNotHaveDuplicates();
        assertThat(places.county(new CountyCode("jazmurian")))
                .hasValueSatisfying(
                        county -> assertThat(county.seat(Locale.of("fa"))).isEqualTo("زهکلوت"));
    }

    @Test
    void everySeatLiesWithinTheProvince() {
        assertThat(places.counties())
                .allSatisfy(
                        county -> {
                            assertThat(county.latitude()).isBetween(26.4, 32.0);
                            assertThat(county.longitude()).isBetween(54.3, 59.7);
                        });
    }

    @Test
    void aProvinceWithoutAFileIsSaidAtOnce() {
        assertThatThrownBy(() -> new Places(PROVINCES, "IR-09"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("IR-09");
    }
}
