package org.dargah.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import org.dargah.sandbox.pages.Persian;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Crowd;
import org.dargah.sandbox.people.DemoNationalId;
import org.dargah.sandbox.people.Gender;
import org.dargah.sandbox.people.Personas;
import org.dargah.sandbox.people.Population;
import org.junit.jupiter.api.Test;

class LivingInTheSandboxTest {

    @Test
    void theReadmeTellsOfEveryPersona() throws Exception {
        var readme = Files.readString(Path.of("README.md"));

        for (var persona : Personas.all()) {
            assertThat(readme).contains(persona.nationalId(), persona.fullName());
            persona.mobiles().forEach(mobile -> assertThat(readme).contains(mobile));
            assertThat(readme).contains(persona.birthDate().toString());
            if (persona.postcode() != null) {
                assertThat(readme).contains(persona.postcode());
            }
        }
    }

    @Test
    void theCrowdIsAlwaysTheSameAndEveryNumberIsItsOwn() {
        var crowd = Crowd.of(10_000).toList();

        assertThat(Crowd.of(10_000).toList()).isEqualTo(crowd);
        assertThat(new HashSet<>(crowd.stream().map(Citizen::nationalId).toList())).hasSize(10_000);
        assertThat(crowd).allMatch(c -> DemoNationalId.isOne(c.nationalId()));
        assertThat(crowd.stream().flatMap(c -> c.mobiles().stream()))
                .doesNotHaveDuplicates()
                .allMatch(mobile -> mobile.matches("0913001\\d{4}"));
        assertThat(crowd)
                .filteredOn(c -> c.deathDate() != null)
                .hasSizeBetween(200, 300)
                .allMatch(c -> !c.birthDate().isAfter(c.deathDate()));
        assertThat(crowd).filteredOn(c -> c.gender() == Gender.FEMALE).hasSizeBetween(4800, 5200);
    }

    @Test
    void theCrowdSettlesOnceAndCanBeListed() throws Exception {
        try (var database = new Database(World.CONFIG)) {
            var population = new Population(database);
            population.settle(700);
            population.settle(700);
        }

        var first = World.get("/people?limit=500").json();
        var second = World.get("/people?limit=500&after=" + first.get("next").asInt()).json();

        assertThat(first.get("people").size()).isEqualTo(500);
        assertThat(second.get("people").size()).isEqualTo(200);
        assertThat(second.get("next").isNull()).isTrue();
        var someone = first.get("people").get(0);
        assertThat(someone.get("mobiles").size()).isEqualTo(1);
        assertThat(
                        World.post(
                                        "/post/address",
                                        "{\"postcode\": " + someone.get("postcode") + "}")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void aLoaderAddsPeopleAndReplacesThem() throws Exception {
        var id = DemoNationalId.of(500_000);
        var json =
                """
                [{"nationalId": "%s", "firstName": "نو", "lastName": "آزمون‌پور", "fatherName": "نمونه",
                  "gender": "male", "birthDate": "1990-01-01", "mobiles": ["09139990050"],
                  "military": {"status": "completed"},
                  "degree": {"level": "bachelor", "field": "حقوق", "university": "نمونه", "year": 1395}}]
                """
                        .formatted(id);
        assertThat(World.post("/people", json).json().get("stored").asInt()).isEqualTo(1);
        assertThat(World.post("/people", json.replace("نو", "نوتر")).status()).isEqualTo(200);

        var person = World.post("/civil/person", "{\"nationalId\": \"" + id + "\"}").json();
        assertThat(person.get("firstName").asString()).isEqualTo("نوتر");
    }

    @Test
    void nobodyFromOutsideTheDemosRangeGetsIn() throws Exception {
        var json =
                """
                [{"nationalId": "0012345679", "firstName": "ن", "lastName": "ن", "fatherName": "ن",
                  "gender": "male", "birthDate": "1990-01-01", "mobiles": []}]
                """;

        assertThat(World.post("/people", json).status()).isEqualTo(400);
    }

    @Test
    void theFrontDoorShowsThePersonasAndTheirPhones() throws Exception {
        var page = World.get("/sandbox/").body();

        assertThat(page).contains("نمونه نمونه‌پور", "/sandbox/phone/09130000001");
        assertThat(World.get("/sandbox/style.css").status()).isEqualTo(200);
        assertThat(World.get("/sandbox/icon.svg").status()).isEqualTo(200);
        assertThat(World.get("/sandbox/fonts/vazirmatn-arabic-wght-normal.woff2").status())
                .isEqualTo(200);
    }

    @Test
    void datesAndMoneyReadAsPersian() {
        assertThat(Persian.date(LocalDate.of(2026, 11, 22))).isEqualTo("۱ آذر ۱۴۰۵");
        assertThat(Persian.date(LocalDate.of(2025, 3, 20))).isEqualTo("۳۰ اسفند ۱۴۰۳");
        assertThat(Persian.date(LocalDate.of(1989, 5, 5))).isEqualTo("۱۵ اردیبهشت ۱۳۶۸");
        assertThat(Persian.moment(Instant.parse("2026-11-22T07:11:00Z")))
                .isEqualTo("۱ آذر ۱۴۰۵، ساعت ۱۰:۴۱");
        assertThat(Persian.rials(1_200_000)).isEqualTo("۱٬۲۰۰٬۰۰۰ ریال");
    }
}
