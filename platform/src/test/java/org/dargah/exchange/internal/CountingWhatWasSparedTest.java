package org.dargah.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dargah.sandbox.people.Personas.GRADUATE;
import static org.dargah.sandbox.people.Personas.SHOPKEEPER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dargah.DargahTest;
import org.dargah.acts.Period;
import org.dargah.exchange.Answer;
import org.dargah.exchange.Exchange;
import org.dargah.exchange.Question;
import org.dargah.exchange.Savings;
import org.dargah.exchange.Savings.Line;
import org.dargah.kernel.Actor;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Caller;
import org.dargah.kernel.Channel;
import org.dargah.kernel.PersonId;
import org.dargah.kernel.Province;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.Rial;
import org.dargah.sandbox.people.Citizen;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A body asks registries all day; what people were spared is counted once for each of them. */
@DargahTest
class CountingWhatWasSparedTest {

    private static final AgencyCode WELFARE = new AgencyCode("welfare-of-a-test");
    private static final String DEGREES = "degrees/latest@1";

    @Autowired Exchange exchange;
    @Autowired SavingsTable table;
    @Autowired SavingsFile file;
    @Autowired Savings savings;

    private Answer ask(String registry, String field, Citizen citizen, String purpose) {
        var officer = new Actor(Actor.Kind.OFFICER, "officer-1", "کارشناس");
        var caller = new Caller(WELFARE, officer, Channel.PORTAL, new Purpose(purpose), null, null);
        return exchange.ask(
                new Question(registry, Map.of("nationalId", citizen.nationalId()), List.of(field)),
                caller,
                (PersonId) null);
    }

    @Test
    void aPersonIsSparedAPaperOnceADayHoweverOftenSomebodyAsks() {
        Instant began = Instant.now().minusSeconds(1);
        for (int i = 0; i < 3; i++) {
            assertThat(ask(DEGREES, "level", GRADUATE, "application"))
                    .isInstanceOf(Answer.Known.class);
        }
        ask(DEGREES, "level", SHOPKEEPER, "application");
        ask("civil/person@1", "alive", GRADUATE, "sign-in");
        ask(DEGREES, "level", GRADUATE, "no-such-purpose");
        var period = new Period(began, Instant.now().plusSeconds(1));
        List<Line> lines =
                table.lines(new Province("IR-08"), period, file.except()).stream()
                        .filter(line -> line.agency().equals(WELFARE))
                        .toList();
        assertThat(lines)
                .containsExactly(
                        new Line(WELFARE, "civil/person@1", 1, 1, 0, 0),
                        new Line(WELFARE, DEGREES, 5, 4, 1, 2));
        assertThat(savings.saved(lines.get(1)))
                .isEqualTo(new Savings.Saved(2, 2, new Rial(2 * 50_000 + 2 * 1_500_000)));
        var before = new Period(began.minus(Duration.ofDays(40)), began);
        assertThat(table.lines(new Province("IR-08"), before, file.except()))
                .noneMatch(line -> line.agency().equals(WELFARE));
    }

    @Test
    void whatNoRegistryReplacesSavesNothing() {
        assertThat(file.saved("sim/ownership@1", 7)).isEqualTo(Savings.Saved.NOTHING);
    }
}
