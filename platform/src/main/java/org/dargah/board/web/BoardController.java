package org.dargah.board.web;

import java.time.Clock;
import java.util.Locale;
import org.dargah.board.Board;
import org.dargah.board.Measure;
import org.dargah.identity.CurrentOfficer;
import org.dargah.ui.Reply;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The governor's board, and within its bounds every supervisor's. */
@Controller
class BoardController {

    private final Board board;
    private final Gate gate;
    private final Filters filters;
    private final Drawing drawing;
    private final Vocabulary vocabulary;
    private final Clock clock;

    BoardController(
            Board board,
            Gate gate,
            Filters filters,
            Drawing drawing,
            Vocabulary vocabulary,
            Clock clock) {
        this.board = board;
        this.gate = gate;
        this.filters = filters;
        this.drawing = drawing;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @GetMapping("/board")
    ModelAndView board(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String service,
            CurrentOfficer officer,
            Locale locale) {
        Words words = vocabulary.in(locale);
        Asked asked = gate.read(new Gate.Query(period, agency, office, service), officer);
        Measure total = board.total(asked.scope(), asked.period());
        return Reply.page(
                "board/board",
                new BoardPage(
                        filters.inWords(asked, words),
                        clock.instant(),
                        filters.fields(asked, officer, words),
                        total.isNothing() ? null : drawing.of(asked, total, words)));
    }
}
