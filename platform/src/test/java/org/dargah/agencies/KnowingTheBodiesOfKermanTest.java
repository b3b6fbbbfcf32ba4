package org.dargah.agencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.CountyCode;
import org.dargah.kernel.PersianText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnowingTheBodiesOfKermanTest {

    private final Agencies agencies = new Agencies("../provinces", "IR-08");

    @Test
    void thereAre82ExecutiveAgenciesAnd72Municipalities() {
        assertThat(agencies.all(Agency.Kind.EXECUTIVE)).hasSize(82);
        assertThat(agencies.all(Agency.Kind.MUNICIPALITY)).hasSize(72);
    }

    @Test
    void noTwoBodiesHaveTheSameTitle() {
        assertThat(agencies.all()).extracting(Agency::titleFa).doesNotHaveDuplicates();
        assertThat(agencies.all()).extracting(Agency::titleEn).doesNotHaveDuplicates();
    }

    @Test
    void titlesAreWrittenInPersianLetters() {
        assertThat(agencies.all())
                .allSatisfy(
                        agency ->
                                assertThat(PersianText.normalise(agency.titleFa()))
                                        .isEqualTo(agency.titleFa()));
    }

    @Test
    void everyCountyHasAMunicipalityAndAGuildChamber() {
        Set<CountyCode> withMunicipality =
                agencies.all(Agency.Kind.MUNICIPALITY).stream()
                        .map(Agency::county)
                        .collect(Collectors.toSet());
        assertThat(withMunicipality).hasSize(25);
        assertThat(withMunicipality)
                .allSatisfy(
                        county ->
                                assertThat(agencies.officeOf(new AgencyCode("asnaf"), county))
                                        .isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asnaf",
                "education",
                "civil-registry",
                "military",
                "post",
                "science",
                "dargah"
            })
    void whatOthersNameIsThere(String code) {
        assertThat(agencies.find(new AgencyCode(code))).isPresent();
    }

    @Test
    void anOfficeIsPartOfItsAgencyAndOfNoOther() {
        AgencyCode asnaf = new AgencyCode("asnaf");
        AgencyCode rafsanjan = new AgencyCode("asnaf-rafsanjan");
        assertThat(agencies.isPartOf(rafsanjan, asnaf)).isTrue();
        assertThat(agencies.isPartOf(asnaf, asnaf)).isTrue();
        assertThat(agencies.isPartOf(asnaf, rafsanjan)).isFalse();
        assertThat(agencies.isPartOf(new AgencyCode("post"), asnaf)).isFalse();
        assertThat(agencies.title(rafsanjan, Locale.of("fa")))
                .isEqualTo("اتاق اصناف شهرستان رفسنجان");
    }
}
