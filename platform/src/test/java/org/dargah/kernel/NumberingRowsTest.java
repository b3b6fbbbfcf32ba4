package org.dargah.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumberingRowsTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T09:00:00.123Z"), ZoneOffset.UTC);

    @Test
    void idsOfOneClockRiseEvenWithinAMillisecond() {
        List<CaseId> ids = Stream.generate(() -> CaseId.next(CLOCK)).limit(20_000).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anIdTellsItsTimeVersionAndVariant() {
        Clock later = Clock.offset(CLOCK, Duration.ofDays(1));
        PersonId id = PersonId.next(later);
        assertThat(id.value().version()).isEqualTo(7);
        assertThat(id.value().variant()).isEqualTo(2);
        assertThat(Uuid7.instantOf(id.value())).isEqualTo(later.instant());
    }

    @Test
    void aClockThatTravelsBackTakesItsIdsWithIt() {
        Uuid7.next(CLOCK);
        Clock lastYear = Clock.offset(CLOCK, Duration.ofDays(-365));
        assertThat(Uuid7.instantOf(Uuid7.next(lastYear))).isEqualTo(lastYear.instant());
    }

    @Test
    void aClockThatIsCorrectedDoesNotTurnTheOrderRound() {
        ActId before = ActId.next(Clock.offset(CLOCK, Duration.ofDays(2)));
        Clock corrected = Clock.offset(CLOCK, Duration.ofDays(2).minusMillis(40));
        assertThat(ActId.next(corrected)).isGreaterThan(before);
    }

    @Test
    void onlyTheCanonicalSpellingIsRead() {
        CaseId id = CaseId.next(CLOCK);
        assertThat(CaseId.parse(id.toString())).contains(id);
        assertThat(CaseId.parse("1-1-1-1-1")).isEmpty();
        assertThat(CaseId.parse("")).isEmpty();
        assertThat(CaseId.parse("x".repeat(36))).isEmpty();
    }
}
