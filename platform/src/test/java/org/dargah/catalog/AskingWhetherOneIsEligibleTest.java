package org.dargah.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.dargah.catalog.Assessment.Finding;
import org.dargah.catalog.Assessment.Standing;
import org.dargah.exchange.Registries;
import org.dargah.exchange.internal.Declarations;
import org.junit.jupiter.api.Test;

class AskingWhetherOneIsEligibleTest {

    private final Eligibility eligibility =
            new Eligibility(
                    PacksOfTheHouse.RULES,
                    new Registries(new Declarations("../registries")),
                    Clock.fixed(PacksOfTheHouse.NOW, ZoneOffset.UTC));
    private final Service licence = PacksOfTheHouse.service("asnaf/business-licence");

    @Test
    void onlyWhatARuleReadsIsAskedAndNothingByName() {
        assertThat(eligibility.questions(licence))
                .extracting(Form.Field::name)
                .containsExactly(
                        "answers_trade",
                        "answers_area",
                        "person_gender",
                        "person_birthDate",
                        "address_province",
                        "address_usage",
                        "service_status",
                        "degree_level");
        assertThat(eligibility.questions(licence)).allMatch(Form.Field::optional);
    }

    @Test
    void aMinorWhoServesReadsWhichConditionsFailFirstOfAll() {
        List<Finding> findings =
                stands(
                        licence,
                        Map.of(
                                "person_birthDate.year", "۱۳۹۰",
                                "person_birthDate.month", "۶",
                                "person_birthDate.day", "۱۲",
                                "person_gender", "male",
                                "service_status", "serving",
                                "answers_trade", "clothing"));
        assertThat(findings.subList(0, 2))
                .extracting(f -> f.condition().number(), Finding::standing)
                .containsExactly(tuple(1, Standing.FAILED), tuple(3, Standing.FAILED));
    }

    @Test
    void aWomanIsNotAskedForMilitaryServiceAndAShopNeedsNoArea() {
        List<Finding> findings =
                stands(licence, Map.of("person_gender", "female", "answers_trade", "clothing"));
        assertThat(of(findings, 3)).isEqualTo(Standing.MET);
        assertThat(of(findings, 5)).isEqualTo(Standing.MET);
    }

    @Test
    void whatWasNotToldIsUnknownAndNeverANo() {
        assertThat(stands(licence, Map.of()))
                .allMatch(finding -> finding.standing() == Standing.UNKNOWN);
        assertThat(of(stands(licence, Map.of("address_province", "کرمان")), 2))
                .isEqualTo(Standing.UNKNOWN);
        Service degree = PacksOfTheHouse.service("education/degree-confirmation");
        assertThat(of(stands(degree, Map.of("person_birthDate", "1990-01-01")), 1))
                .as("the rule also reads the name, which nobody asks here")
                .isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void whoHasNoDegreeSaysSo() {
        assertThat(
                        of(
                                stands(
                                        licence,
                                        Map.of(
                                                "degree_level",
                                                "none",
                                                "answers_trade",
                                                "computer")),
                                4))
                .isEqualTo(Standing.FAILED);
        assertThat(
                        of(
                                stands(
                                        licence,
                                        Map.of(
                                                "degree_level",
                                                "master",
                                                "answers_trade",
                                                "computer")),
                                4))
                .isEqualTo(Standing.MET);
    }

    @Test
    void anAnswerThatCannotBeReadIsSentBack() {
        assertThat(eligibility.assess(licence, Map.of("answers_area", "بزرگ")))
                .isInstanceOfSatisfying(
                        Eligibility.Outcome.Wrong.class,
                        wrong ->
                                assertThat(wrong.problems())
                                        .extracting(FieldProblem::field)
                                        .containsExactly("answers_area"));
    }

    private List<Finding> stands(Service service, Map<String, String> typed) {
        return ((Eligibility.Outcome.Stands) eligibility.assess(service, typed)).findings();
    }

    private static Standing of(List<Finding> findings, int condition) {
        return findings.stream()
                .filter(finding -> finding.condition().number() == condition)
                .findFirst()
                .orElseThrow()
                .standing();
    }
}
