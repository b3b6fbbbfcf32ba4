package org.dargah.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.DemoNationalId;
import org.dargah.sandbox.people.Gender;
import org.dargah.sandbox.people.Personas;
import org.dargah.sandbox.people.Veteran;
import org.junit.jupiter.api.Test;

class AskingTheRegistriesTest {

    @Test
    void theCivilRegistryKnowsAPersona() throws Exception {
        var answer = ask("/civil/person", Personas.SHOPKEEPER).json();

        assertThat(answer.get("firstName").asString()).isEqualTo("نمونه");
        assertThat(answer.get("lastName").asString()).isEqualTo("نمونه‌پور");
        assertThat(answer.get("gender").asString()).isEqualTo("male");
        assertThat(answer.get("birthDate").asString()).isEqualTo("1989-05-05");
        assertThat(answer.get("alive").asBoolean()).isTrue();
        assertThat(answer.get("deathDate").isNull()).isTrue();
    }

    @Test
    void itSaysWhoHasDiedAndWhen() throws Exception {
        var answer = ask("/civil/person", Personas.DECEASED).json();

        assertThat(answer.get("alive").asBoolean()).isFalse();
        assertThat(answer.get("deathDate").asString()).isEqualTo("2024-11-10");
    }

    @Test
    void someOldMenAreVeteransAndNobodyElseIs() throws Exception {
        assertThat(ask("/veterans/status", Personas.SHOPKEEPER).json().get("status").asString())
                .isEqualTo("none");

        Citizen old = someone(LocalDate.of(1962, 1, 1));
        Veteran veteran = Veteran.of(old);
        assertThat(veteran.status()).isEqualTo("disabled-veteran");
        assertThat(veteran.percent()).isBetween(5, 70);
        assertThat(Veteran.of(someone(LocalDate.of(1999, 1, 1))).status()).isEqualTo("none");
    }

    private static Citizen someone(LocalDate born) {
        return new Citizen(
                DemoNationalId.of(99),
                "نمونه",
                "نمونه‌پور",
                "نمونه",
                Gender.MALE,
                born,
                null,
                List.of(),
                null,
                null,
                null);
    }

    @Test
    void anUnknownPersonIsAProblemThatNamesNobody() throws Exception {
        var id = DemoNationalId.of(777_777);
        var reply = World.post("/civil/person", "{\"nationalId\": \"" + id + "\"}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().get("type").asString()).isEqualTo("/problems/unknown-person");
        assertThat(reply.body()).doesNotContain(id);
    }

    @Test
    void aBirthDateThatDiffersIsSaid() throws Exception {
        var reply =
                World.post(
                        "/civil/person",
                        "{\"nationalId\": \"%s\", \"birthDate\": \"1989-05-06\"}"
                                .formatted(Personas.SHOPKEEPER.nationalId()));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().get("type").asString()).isEqualTo("/problems/birth-date-mismatch");
    }

    @Test
    void aNumberBelongsToItsOwnerOnly() throws Exception {
        assertThat(owns(Personas.SHOPKEEPER, "09130000001")).isTrue();
        assertThat(owns(Personas.GRADUATE, "09130000001")).isFalse();
        assertThat(owns(Personas.WITHOUT_MOBILE, "09130000009")).isFalse();
    }

    @Test
    void militaryServiceIsForMenOfAge() throws Exception {
        assertThat(status(Personas.SHOPKEEPER)).isEqualTo("completed");
        assertThat(status(Personas.SOLDIER)).isEqualTo("serving");
        assertThat(status(Personas.ABSENT)).isEqualTo("absent");
        assertThat(status(Personas.EXEMPT)).isEqualTo("exempt");
        assertThat(status(Personas.GRADUATE)).isEqualTo("not-subject");
        assertThat(status(Personas.MINOR)).isEqualTo("not-subject");
    }

    @Test
    void theLatestDegreeHasATitleInPersian() throws Exception {
        var answer = ask("/degrees/latest", Personas.GRADUATE).json();

        assertThat(answer.get("level").asString()).isEqualTo("master");
        assertThat(answer.get("levelTitle").asString()).isEqualTo("کارشناسی ارشد");
        assertThat(answer.get("year").asInt()).isEqualTo(1399);
    }

    @Test
    void noDegreeIsAnAnswerOfItsOwn() throws Exception {
        var reply = ask("/degrees/latest", Personas.WITHOUT_DEGREE);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().get("type").asString()).isEqualTo("/problems/no-degree");
    }

    @Test
    void aPostcodeTellsWhetherAPlaceIsCommercial() throws Exception {
        assertThat(usage("7616611301")).isEqualTo("commercial");
        assertThat(usage("7616611304")).isEqualTo("residential");
        assertThat(usage("7616611313")).isEqualTo("office");
        assertThat(World.post("/post/address", "{\"postcode\": \"1111111111\"}").status())
                .isEqualTo(404);
    }

    @Test
    void aBodyThatIsNotAsDescribedIsRefused() throws Exception {
        for (var body : new String[] {"", "{", "[]", "{\"mobile\": \"0913\"}", "null"}) {
            assertThat(World.post("/civil/person", body).status()).as(body).isEqualTo(400);
        }
        assertThat(World.get("/civil/person").status()).isEqualTo(405);
        assertThat(World.get("/civil").status()).isEqualTo(404);
    }

    private static World.Reply ask(String path, Citizen who) throws Exception {
        return World.post(path, "{\"nationalId\": \"" + who.nationalId() + "\"}");
    }

    private static String status(Citizen who) throws Exception {
        return ask("/military/service", who).json().get("status").asString();
    }

    private static boolean owns(Citizen who, String mobile) throws Exception {
        return World.post(
                        "/sim/ownership",
                        "{\"nationalId\": \"%s\", \"mobile\": \"%s\"}"
                                .formatted(who.nationalId(), mobile))
                .json()
                .get("matches")
                .asBoolean();
    }

    private static String usage(String postcode) throws Exception {
        return World.post("/post/address", "{\"postcode\": \"" + postcode + "\"}")
                .json()
                .get("usage")
                .asString();
    }
}
