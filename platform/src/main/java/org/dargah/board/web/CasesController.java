package org.dargah.board.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dargah.board.Board;
import org.dargah.board.BoardSettings;
import org.dargah.board.CaseLine;
import org.dargah.board.CaseLines;
import org.dargah.board.Listing;
import org.dargah.board.Measure;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.WorkingCalendar;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Due;
import org.dargah.ui.Link;
import org.dargah.ui.Pager;
import org.dargah.ui.Reply;
import org.dargah.ui.Tone;
import org.dargah.ui.View;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The cases behind a number of the board: when, where and how long, and nothing of a person. */
@Controller
class CasesController {

    private final Board board;
    private final Gate gate;
    private final Filters filters;
    private final WorkingCalendar calendar;
    private final BoardSettings settings;
    private final Vocabulary vocabulary;
    private final Clock clock;

    CasesController(
            Board board,
            Gate gate,
            Filters filters,
            WorkingCalendar calendar,
            BoardSettings settings,
            Vocabulary vocabulary,
            Clock clock) {
        this.board = board;
        this.gate = gate;
        this.filters = filters;
        this.calendar = calendar;
        this.settings = settings;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @GetMapping("/board/cases")
    ModelAndView cases(
            @RequestParam(defaultValue = "open") String list,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String after,
            CurrentOfficer officer,
            Locale locale) {
        Words words = vocabulary.in(locale);
        Listing listing =
                Listing.parse(list)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Asked asked = gate.read(new Gate.Query(period, agency, office, service), officer);
        CaseLines page =
                board.cases(
                        asked.scope(),
                        asked.period(),
                        listing,
                        CaseLines.After.parse(listing, after).orElse(null));
        Measure total = board.total(asked.scope(), asked.period());
        return Reply.page(
                "board/cases",
                new CasesPage(
                        words.t("board.list." + listing.code()),
                        filters.inWords(asked, words),
                        new Link(words.t("board.back"), asked.board()),
                        views(total, listing, asked, words),
                        page.lines().isEmpty() ? null : table(page, listing, words),
                        pager(page, listing, asked, after)));
    }

    private static List<View> views(Measure total, Listing chosen, Asked asked, Words words) {
        return Arrays.stream(Listing.values())
                .map(
                        listing ->
                                new View(
                                        words.t("board.list." + listing.code()),
                                        asked.cases(listing),
                                        total.count(listing),
                                        listing == chosen))
                .toList();
    }

    private static Pager pager(CaseLines page, Listing listing, Asked asked, String after) {
        CaseLines.After next = page.next();
        return new Pager(
                after.isEmpty() ? null : asked.cases(listing),
                next == null ? null : asked.cases(listing, next.code()));
    }

    private DataTable table(CaseLines page, Listing listing, Words words) {
        return new DataTable(
                words.t(
                        listing.isDecided()
                                ? "board.list.caption.by-days"
                                : "board.list.caption.by-due"),
                List.of(
                        words.t("board.tracking"),
                        words.t("board.agency"),
                        words.t("board.service"),
                        words.t("board.submitted"),
                        words.t("board.due"),
                        words.t("board.decided"),
                        words.t("board.days-taken"),
                        words.t("board.state")),
                page.lines().stream().map(line -> row(line, words)).toList());
    }

    private List<Cell> row(CaseLine line, Words words) {
        return List.of(
                line.tracking() == null
                        ? Cell.text(Figures.NO_DATA)
                        : Cell.code(line.tracking().text(), "/track/" + line.tracking()),
                Cell.text(filters.title(line.office(), words)),
                Cell.text(filters.title(line.service(), words)),
                date(line.submittedOn(), words),
                line.isOpen() ? Cell.due(due(line, words)) : date(line.dueOn(), words),
                date(line.decidedOn(), words),
                Cell.figure(new Figures(words).days(line.days())),
                state(line, words));
    }

    private static Cell date(@Nullable LocalDate date, Words words) {
        return Cell.text(date == null ? Figures.NO_DATA : words.shortDate(date));
    }

    private Due due(CaseLine line, Words words) {
        LocalDate due = line.dueOn();
        if (line.waiting()) {
            return new Due(words.t("board.due.stands"), due, Due.Urgency.CALM);
        }
        int left = calendar.workingDaysBetween(Tehran.today(clock), due);
        if (isLate(line)) {
            // Over a weekend no working day has passed yet, but the term has.
            return new Due(words.t("board.due.late", Math.max(1, -left)), due, Due.Urgency.LATE);
        }
        String text = left == 0 ? words.t("board.due.today") : words.t("board.due.left", left);
        return new Due(text, due, left <= settings.soon() ? Due.Urgency.SOON : Due.Urgency.CALM);
    }

    private boolean isLate(CaseLine line) {
        return line.isOpen() && !line.waiting() && line.dueOn().isBefore(Tehran.today(clock));
    }

    private Cell state(CaseLine line, Words words) {
        if (line.onTime() != null) {
            return line.onTime()
                    ? Cell.tag(words.t("board.state.on-time"), Tone.OK)
                    : Cell.tag(words.t("board.state.overdue"), Tone.ERR);
        }
        if (line.withdrawnOn() != null) {
            return Cell.tag(words.t("board.state.withdrawn"), Tone.PLAIN);
        }
        if (line.waiting()) {
            return Cell.tag(words.t("board.state.waiting"), Tone.INFO);
        }
        return isLate(line)
                ? Cell.tag(words.t("board.state.late"), Tone.ERR)
                : Cell.tag(words.t("board.state.open"), Tone.INFO);
    }
}
