package org.dargah;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.dargah.kernel.Mobile;
import org.dargah.kernel.NationalId;
import org.dargah.kernel.Postcode;
import org.dargah.sandbox.people.Citizen;
import org.dargah.sandbox.people.Crowd;
import org.dargah.sandbox.people.Personas;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Whom the sandbox invents, the kernel takes for people. */
@NullMarked
class PeopleOfTheDemoTest {

    @Test
    void everyNumberOfTheirsIsWellFormed() {
        Stream.concat(Personas.all().stream(), Crowd.of(10_000))
                .forEach(PeopleOfTheDemoTest::isWellFormed);
    }

    private static void isWellFormed(Citizen citizen) {
        assertThat(NationalId.parse(citizen.nationalId())).as("%s", citizen).isPresent();
        assertThat(citizen.mobiles()).allMatch(mobile -> Mobile.parse(mobile).isPresent());
        String postcode = citizen.postcode();
        if (postcode != null) {
            assertThat(Postcode.parse(postcode)).as(postcode).isPresent();
        }
    }
}
