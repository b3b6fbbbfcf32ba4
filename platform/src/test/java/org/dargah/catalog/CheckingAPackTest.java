package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckingAPackTest {

    @ParameterizedTest
    @ValueSource(strings = {"asnaf/business-licence", "education/degree-confirmation"})
    void thePacksOfTheHouseAreGood(String name) {
        assertThat(PacksOfTheHouse.problems(PacksOfTheHouse.pack(name))).isEmpty();
    }
}
