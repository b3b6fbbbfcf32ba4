package org.dargah.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dargah.board.internal.CaseLineTable;
import org.dargah.board.internal.Measures;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The numbers of the boards, exact over the cases that they count. */
@Component
@EnableConfigurationProperties(BoardSettings.class)
public final class Board {

    private final Measures measures;
    private final CaseLineTable table;
    private final WorkingCalendar calendar;
    private final BoardSettings settings;
    private final Clock clock;

    Board(
            Measures measures,
            CaseLineTable table,
            WorkingCalendar calendar,
            BoardSettings settings,
            Clock clock) {
        this.measures = measures;
        this.table = table;
        this.calendar = calendar;
        this.settings = settings;
        this.clock = clock;
    }

    /** All cases of the scope together. */
    public Measure total(Scope scope, Period period) {
        return measures.by(Measures.By.NOBODY, scope, List.of(frame(period))).values().stream()
                .findFirst()
                .orElse(Measure.NOTHING);
    }

    /** The same for each period in which something happened. */
    public Map<Cut, Measure> byPeriod(Scope scope, List<Period> periods) {
        return measures.by(Measures.By.NOBODY, scope, frames(periods));
    }

    /** The same for each agency of the province, or for each office when an agency was chosen. */
    public Map<Cut, Measure> byBody(Scope scope, List<Period> periods) {
        return measures.by(
                scope.isWholeProvince() ? Measures.By.AGENCY : Measures.By.OFFICE,
                scope,
                frames(periods));
    }

    /** One part of a breakdown; the body is null where bodies were not told apart. */
    public record Cut(Period period, @Nullable AgencyCode body) {}

    /** The cases behind a number: those to decide by their due day, those decided by their days. */
    public CaseLines cases(
            Scope scope, Period period, Listing listing, CaseLines.@Nullable After after) {
        return table.page(scope, frame(period), listing, after);
    }

    private List<Measures.Frame> frames(List<Period> periods) {
        return periods.stream().map(this::frame).toList();
    }

    private Measures.Frame frame(Period period) {
        LocalDate day = period.lastDay(Tehran.today(clock));
        return new Measures.Frame(period, day, calendar.plusWorkingDays(day, settings.soon()));
    }
}
