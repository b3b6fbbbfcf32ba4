package org.dargah.board.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dargah.board.internal.Happening.day;
import static org.dargah.board.internal.Happening.tehran;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.dargah.DargahTest;
import org.dargah.agencies.Agencies;
import org.dargah.board.Board;
import org.dargah.board.CaseLine;
import org.dargah.board.CaseLines;
import org.dargah.board.Listing;
import org.dargah.board.Measure;
import org.dargah.board.Month;
import org.dargah.board.Period;
import org.dargah.board.Scope;
import org.dargah.cases.CaseDecided;
import org.dargah.cases.CaseRated;
import org.dargah.cases.CaseSubmitted;
import org.dargah.cases.CaseWithdrawn;
import org.dargah.cases.CorrectionRequested;
import org.dargah.cases.CorrectionSent;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Province;
import org.dargah.kernel.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Each story has a province of its own, so that no other test's cases are counted. */
@DargahTest
class CountingCasesFromTheirEventsTest {

    private static final Period MEHR = Period.of(new Month(1405, 7));
    private static final Period ABAN = Period.of(new Month(1405, 8));

    @Autowired Board board;
    @Autowired CaseLineTable table;
    @Autowired Agencies agencies;
    @Autowired WorkingCalendar calendar;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transactions;

    @Test
    void theSameNewsTwiceAndInAnyOrderTellsTheSameStory() {
        Instant start = tehran("1405/07/05", "09:00");
        var story = licence("IR-01", "asnaf-kerman", start, "1405/07/12");
        Instant end = tehran("1405/07/15", "11:00");
        List<Object> news =
                List.of(
                        story.submission(),
                        story.asked(tehran("1405/07/07", "10:00")),
                        story.sent(tehran("1405/07/11", "12:00"), day("1405/07/16")),
                        story.decided(end, day("1405/07/16")),
                        story.rated(4, tehran("1405/07/15", "20:00")));
        var random = new Random(7);
        for (int round = 0; round < 25; round++) {
            // another province a round: each order begins with nothing known
            var province = "IR-" + (30 + round);
            var shuffled = new ArrayList<>(news);
            shuffled.addAll(news);
            Collections.shuffle(shuffled, random);
            shuffled.forEach(event -> hear(moved(event, province)));
            Measure measure = board.total(scope(province), MEHR);
            assertThat(measure)
                    .as("heard as %s", shuffled)
                    .isEqualTo(
                            new Measure(
                                    0, 0, 0, 1, 1, 1, 1, days(start, end), days(start, end), 4.0));
            CaseLine line = only(province, MEHR, Listing.ON_TIME);
            assertThat(line.tracking()).isEqualTo(story.tracking());
            assertThat(line.dueOn()).isEqualTo(day("1405/07/16"));
        }
    }

    @Test
    void aMonthEndsAtMidnightInTehran() {
        Instant start = tehran("1405/07/20", "08:00");
        var lastMinute = licence("IR-02", "education", start, "1405/08/10");
        var firstMinute = licence("IR-02", "education", start, "1405/08/10");
        List.of(lastMinute, firstMinute).forEach(one -> hear(one.submission()));
        hear(lastMinute.decided(Instant.parse("2026-10-22T20:29:59Z")));
        hear(firstMinute.decided(Instant.parse("2026-10-22T20:30:00Z")));
        assertThat(board.total(scope("IR-02"), MEHR))
                .satisfies(mehr -> assertThat(mehr.decided()).isEqualTo(1))
                .satisfies(mehr -> assertThat(mehr.open()).isEqualTo(1));
        assertThat(board.total(scope("IR-02"), ABAN))
                .satisfies(aban -> assertThat(aban.decided()).isEqualTo(1))
                .satisfies(aban -> assertThat(aban.open()).isZero())
                .satisfies(aban -> assertThat(aban.submitted()).isZero());
    }

    @Test
    void aTermOfWorkingDaysIsKeptUntilTheEndOfItsLastDay() {
        // a Tuesday; two working days on lies beyond the weekend
        Instant start = tehran("1405/08/05", "10:00");
        var due = calendar.plusWorkingDays(day("1405/08/05"), 3);
        assertThat(due).isAfter(day("1405/08/08"));
        var kept = Happening.at("IR-03", "education", "degree-confirmation", start, due);
        var missed = Happening.at("IR-03", "education", "degree-confirmation", start, due);
        List.of(kept, missed).forEach(one -> hear(one.submission()));
        Instant midnight = org.dargah.kernel.Tehran.startOf(due.plusDays(1));
        hear(kept.decided(midnight.minusSeconds(1)));
        hear(missed.decided(midnight));
        Measure measure = board.total(scope("IR-03"), ABAN);
        assertThat(measure.decided()).isEqualTo(2);
        assertThat(measure.onTime()).isEqualTo(1);
        assertThat(measure.onTimeShare()).isEqualTo(50.0);
        assertThat(only("IR-03", ABAN, Listing.OVERDUE).id()).isEqualTo(missed.id());
    }

    @Test
    void percentilesAreExact() {
        Instant start = tehran("1405/07/02", "08:00");
        for (int days = 1; days <= 10; days++) {
            var one = licence("IR-04", "education", start, "1405/07/09");
            hear(one.submission());
            hear(one.decided(start.plus(Duration.ofDays(days))));
        }
        Measure measure = board.total(scope("IR-04"), MEHR);
        assertThat(measure.median()).isEqualTo(5.5);
        assertThat(measure.ninetieth()).isCloseTo(9.1, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(measure.onTimeShare()).isEqualTo(70.0);
    }

    @Test
    void whatWaitsForTheApplicantIsOpenButNotLateAndWhatIsWithdrawnIsNeither() {
        Instant start = tehran("1405/07/02", "08:00");
        var late = licence("IR-05", "asnaf-kerman", start, "1405/07/09");
        var waiting = licence("IR-05", "asnaf-kerman", start, "1405/07/09");
        var withdrawn = licence("IR-05", "asnaf-kerman", start, "1405/07/09");
        var near = licence("IR-05", "asnaf-kerman", start, "1405/07/30");
        List.of(late, waiting, withdrawn, near).forEach(one -> hear(one.submission()));
        hear(waiting.asked(tehran("1405/07/05", "08:00")));
        hear(withdrawn.withdrawn(tehran("1405/07/06", "08:00")));
        Measure measure = board.total(scope("IR-05"), MEHR);
        assertThat(measure.open()).isEqualTo(3);
        assertThat(measure.onTimeShare()).isNull();
        assertThat(only("IR-05", MEHR, Listing.LATE).id()).isEqualTo(late.id());
        assertThat(only("IR-05", MEHR, Listing.SOON).id()).isEqualTo(near.id());
        assertThat(all("IR-05", MEHR, Listing.OPEN))
                .filteredOn(CaseLine::waiting)
                .extracting(CaseLine::id)
                .containsExactly(waiting.id());
    }

    @Test
    void officesAddUpToTheirAgencyAndEveryListHoldsWhatItsNumberSays() {
        var random = new Random(3);
        Instant start = tehran("1405/07/01", "08:00");
        List<String> offices = List.of("asnaf-kerman", "asnaf-rafsanjan", "education");
        for (int i = 0; i < 160; i++) {
            Instant at = start.plus(Duration.ofHours(random.nextInt(24 * 25)));
            var one = licence("IR-06", offices.get(i % 3), at, "1405/07/" + (10 + i % 20));
            hear(one.submission());
            if (i % 4 > 0) {
                Instant end = at.plus(Duration.ofHours(random.nextInt(24 * 12)));
                hear(one.decided(end));
                if (i % 8 > 5) {
                    hear(one.rated(1 + random.nextInt(5), end));
                }
            }
        }
        var agencies = board.byBody(scope("IR-06"), List.of(MEHR));
        assertThat(agencies.keySet())
                .extracting(Board.Cut::body)
                .containsExactlyInAnyOrder(new AgencyCode("asnaf"), new AgencyCode("education"));
        Scope guild = scope("IR-06").inAgency(new AgencyCode("asnaf"));
        var parts = board.byBody(guild, List.of(MEHR)).values();
        assertThat(parts).hasSize(2);
        Measure whole = board.total(guild, MEHR);
        assertThat(parts.stream().mapToInt(Measure::submitted).sum()).isEqualTo(whole.submitted());
        for (Listing listing : Listing.values()) {
            assertThat(all("IR-06", MEHR, listing))
                    .as("%s", listing)
                    .hasSize(board.total(scope("IR-06"), MEHR).count(listing));
        }
    }

    @Test
    void newsComesThroughTheOutbox() {
        Instant start = tehran("1405/07/02", "08:00");
        var story = licence("IR-07", "education", start, "1405/07/09");
        publish(story.rated(5, tehran("1405/07/04", "08:00")));
        publish(story.decided(tehran("1405/07/03", "08:00")));
        publish(story.decided(tehran("1405/07/03", "08:00")));
        Awaitility.await().until(this::isWhole);
        assertThat(board.total(scope("IR-07"), MEHR))
                .isEqualTo(new Measure(0, 0, 0, 1, 1, 1, 1, 1.0, 1.0, 5.0));
    }

    private boolean isWhole() {
        return board.total(scope("IR-07"), MEHR).rated() == 1;
    }

    private void publish(Object event) {
        transactions.executeWithoutResult(status -> events.publishEvent(event));
    }

    private static Happening licence(String province, String office, Instant at, String due) {
        return Happening.at(province, office, "business-licence", at, day(due));
    }

    private static Scope scope(String province) {
        return Scope.of(new Province(province));
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / 86_400.0;
    }

    private CaseLine only(String province, Period period, Listing listing) {
        List<CaseLine> lines = all(province, period, listing);
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    /** Walks through every page of a list, meeting nobody twice. */
    private List<CaseLine> all(String province, Period period, Listing listing) {
        var lines = new ArrayList<CaseLine>();
        Set<Object> met = new HashSet<>();
        CaseLines page = board.cases(scope(province), period, listing, null);
        while (true) {
            page.lines().forEach(line -> assertThat(met.add(line.id())).isTrue());
            lines.addAll(page.lines());
            CaseLines.After next = page.next();
            if (next == null) {
                return lines;
            }
            var read = CaseLines.After.parse(listing, next.code()).orElseThrow();
            page = board.cases(scope(province), period, listing, read);
        }
    }

    /** Heard at once: through Spring, a listener hears later and elsewhere. */
    private void hear(Object event) {
        var listener = new Listener(table, agencies);
        switch (event) {
            case CaseSubmitted submitted -> listener.on(submitted);
            case CorrectionRequested asked -> listener.on(asked);
            case CorrectionSent sent -> listener.on(sent);
            case CaseDecided decided -> listener.on(decided);
            case CaseWithdrawn withdrawn -> listener.on(withdrawn);
            case CaseRated rated -> listener.on(rated);
            default -> throw new IllegalArgumentException(event.toString());
        }
    }

    private static Object moved(Object event, String code) {
        var there = new Province(code);
        return switch (event) {
            case CaseSubmitted e ->
                    new CaseSubmitted(
                            there,
                            e.caseId(),
                            e.service(),
                            e.agency(),
                            e.tracking(),
                            e.at(),
                            e.dueOn());
            case CorrectionRequested e ->
                    new CorrectionRequested(there, e.caseId(), e.service(), e.agency(), e.at());
            case CorrectionSent e ->
                    new CorrectionSent(
                            there, e.caseId(), e.service(), e.agency(), e.at(), e.dueOn());
            case CaseDecided e ->
                    new CaseDecided(
                            there,
                            e.caseId(),
                            e.service(),
                            e.agency(),
                            e.approved(),
                            e.submittedAt(),
                            e.dueOn(),
                            e.at());
            case CaseRated e ->
                    new CaseRated(there, e.caseId(), e.service(), e.agency(), e.score(), e.at());
            default -> throw new IllegalArgumentException(event.toString());
        };
    }
}
