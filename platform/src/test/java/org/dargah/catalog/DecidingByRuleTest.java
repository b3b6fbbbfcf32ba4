package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dargah.catalog.Assessment.Standing;
import org.dargah.kernel.Rial;
import org.junit.jupiter.api.Test;

class DecidingByRuleTest {

    private final Rules rules = PacksOfTheHouse.RULES;
    private final Service licence = PacksOfTheHouse.service("asnaf/business-licence");
    private final Service confirmation = PacksOfTheHouse.service("education/degree-confirmation");
    private final Facts today = Facts.on(LocalDate.of(2026, 11, 22));

    @Test
    void whatNobodySaidIsNotKnown() {
        assertThat(rules.assess(licence, today).with(Standing.UNKNOWN)).hasSize(6);
    }

    @Test
    void aWomanIsNeverAskedForMilitaryService() {
        Facts facts = person("female", "1995-06-22");
        assertThat(licence.asks(facts)).extracting(Ask::name).doesNotContain("service");
        assertThat(standing(licence, facts, 3)).isEqualTo(Standing.MET);
    }

    @Test
    void aManWhoServesNowDoesNotMeetTheThirdCondition() {
        Facts facts =
                person("male", "2006-05-10")
                        .known("service", Map.of("status", "serving"), PacksOfTheHouse.NOW);
        assertThat(licence.asks(facts)).extracting(Ask::name).contains("service");
        assertThat(standing(licence, facts, 3)).isEqualTo(Standing.FAILED);
    }

    @Test
    void eighteenIsReachedOnTheBirthdayAndNotADayBefore() {
        assertThat(standing(licence, person("female", "2008-11-22"), 1)).isEqualTo(Standing.MET);
        assertThat(standing(licence, person("female", "2008-11-23"), 1)).isEqualTo(Standing.FAILED);
    }

    @Test
    void onlySomeTradesNeedADegree() {
        Facts none = today.notFound("degree", PacksOfTheHouse.NOW);
        assertThat(standing(licence, none.answers(Map.of("trade", "grocery")), 4))
                .isEqualTo(Standing.MET);
        assertThat(standing(licence, none.answers(Map.of("trade", "car-repair")), 4))
                .isEqualTo(Standing.FAILED);
        assertThat(standing(licence, today.answers(Map.of("trade", "car-repair")), 4))
                .isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void theFeeHasItsThreeLines() {
        Fee fee = rules.fee(licence, today.answers(Map.of("trade", "bakery")));
        assertThat(fee.lines())
                .extracting(Fee.Line::amount)
                .isEqualTo(List.of(new Rial(900_000), new Rial(250_000), new Rial(50_000)));
        assertThat(fee.total()).isEqualTo(new Rial(1_200_000));
        assertThat(rules.fee(confirmation, today).isFree()).isTrue();
    }

    @Test
    void aMissingDegreeIsRefusedByItsNumberWithTheRegistryAsEvidence() {
        Facts facts =
                today.known(
                                "person",
                                Map.of("firstName", "زهرا", "birthDate", "1983-01-23"),
                                PacksOfTheHouse.NOW)
                        .notFound("degree", PacksOfTheHouse.NOW);
        Assessment.Finding failed = rules.assess(confirmation, facts).firstFailed().orElseThrow();
        assertThat(failed.condition().number()).isEqualTo(2);
        assertThat(failed.evidence())
                .singleElement()
                .matches(e -> !e.found() && e.ask().registry().equals("degrees/latest@1"));
    }

    @Test
    void whatIsKnownOfAPersonIsNeverPrinted() {
        Facts facts = person("female", "1995-06-22").answers(Map.of("unitName", "راز"));
        assertThat(facts.toString() + facts.said("person") + rules.assess(licence, facts))
                .doesNotContain("1995", "female", "راز");
    }

    private Facts person(String gender, String birthDate) {
        return today.known(
                "person", Map.of("gender", gender, "birthDate", birthDate), PacksOfTheHouse.NOW);
    }

    private Standing standing(Service service, Facts facts, int condition) {
        return rules.assess(service, facts).of(condition).orElseThrow().standing();
    }
}
