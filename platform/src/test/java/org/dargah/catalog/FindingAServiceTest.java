package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dargah.catalog.internal.SearchIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingAServiceTest {

    private final SearchIndex index =
            new SearchIndex(
                    List.of(
                            PacksOfTheHouse.service("education/degree-confirmation"),
                            PacksOfTheHouse.service("asnaf/business-licence")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "میخوام مغازه بزنم",
                "می‌خواهم یک دکان باز کنم",
                "جواز کسب",
                "پروانه كسب",
                "پروانۀ کسب",
                "پروانهٔ کسب",
                "مجوز کسب و کار",
                "مجوز کسب‌وکار",
                "پرونه کسب",
                "جواز مغاره",
                "رستوران",
                "نانوای",
                "business license",
                "open a shop"
            })
    void theLicenceIsFoundInPeoplesOwnWords(String typed) {
        assertThat(first(typed)).isEqualTo("business-licence");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "مدرک تحصیلی",
                "مدرك تحصيلي",
                "مدرک تحصلی",
                "تاییدیه تحصیلی",
                "اصالت مدرک",
                "تایید لیسانس",
                "گواهی تحصیلات",
                "degree"
            })
    void theConfirmationIsFoundInPeoplesOwnWords(String typed) {
        assertThat(first(typed)).isEqualTo("degree-confirmation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"قلقلک بنفش", "zzzzqqq", "؟؟؟", "   ", "ازدواج", "\u200C"})
    void nonsenseAndUnknownThingsFindNothing(String typed) {
        assertThat(index.search(typed)).isEmpty();
    }

    @Test
    void aWholePageOfTextAndQueryLanguageDoNoHarm() {
        assertThat(index.search("مغازه ".repeat(10_000))).hasSize(1);
        assertThat(index.search("nobody:* AND (\"[")).isEmpty();
    }

    private String first(String typed) {
        List<Service> found = index.search(typed);
        assertThat(found).isNotEmpty();
        return found.getFirst().code().value();
    }
}
