package org.dargah.access.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dargah.access.Outcome;
import org.dargah.access.Outcomes;
import org.dargah.identity.Clients;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.CurrentOfficer;
import org.dargah.inquiries.RightWords;
import org.dargah.kernel.CaseId;
import org.dargah.kernel.Purpose;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Reply;
import org.dargah.ui.Row;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** For administrators: rights that were approved and could not be granted. */
@Controller
class UngrantedController {

    private static final String HOME = "/work/ungranted";
    private static final int MOST = 200;

    private final Outcomes outcomes;
    private final Clients clients;
    private final RightWords telling;
    private final Vocabulary vocabulary;

    UngrantedController(
            Outcomes outcomes, Clients clients, RightWords telling, Vocabulary vocabulary) {
        this.outcomes = outcomes;
        this.clients = clients;
        this.telling = telling;
        this.vocabulary = vocabulary;
    }

    @GetMapping(HOME)
    ModelAndView list(CurrentOfficer administrator, Locale locale) {
        List<Outcome> left = outcomes.withoutRight(administrator.province(), MOST);
        return Reply.page(
                "access/ungranted",
                new UngrantedPage(left.isEmpty() ? null : table(left, vocabulary.in(locale))));
    }

    private DataTable table(List<Outcome> left, Words words) {
        return new DataTable(
                words.t("access.ungranted.caption"),
                List.of(
                        words.t("access.ungranted.permit"),
                        words.t("inquiries.rights.program"),
                        words.t("inquiries.right.registry"),
                        words.t("access.ungranted.why"),
                        words.t("access.ungranted.at")),
                left.stream().map(outcome -> row(outcome, words)).toList());
    }

    private List<Cell> row(Outcome outcome, Words words) {
        return List.of(
                Cell.code(outcome.tracking().text(), HOME + "/" + outcome.caseId()),
                Cell.text(program(outcome, words)),
                Cell.text(telling.registry(outcome.registry(), words)),
                Cell.text(why(outcome, words)),
                Cell.time(outcome.at()));
    }

    private String program(Outcome outcome, Words words) {
        return words.digits(
                clients.find(outcome.program())
                        .map(CurrentClient::title)
                        .orElse(outcome.program()));
    }

    private static String why(Outcome outcome, Words words) {
        Outcome.Why why = Objects.requireNonNullElse(outcome.why(), Outcome.Why.UNSOUND);
        return words.t("access.why." + why.code());
    }

    @GetMapping(HOME + "/{id}")
    ModelAndView open(@PathVariable String id, CurrentOfficer administrator, Locale locale) {
        Outcome outcome = find(id, administrator);
        return outcome.right() == null
                ? Reply.page("access/outcome", page(outcome, false, locale))
                : Reply.seeOther(right(outcome));
    }

    private Outcome find(String id, CurrentOfficer administrator) {
        return CaseId.parse(id)
                .flatMap(parsed -> outcomes.find(administrator.province(), parsed))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String right(Outcome outcome) {
        return "/work/rights/" + outcome.program() + "/" + outcome.right();
    }

    private OutcomePage page(Outcome outcome, boolean still, Locale locale) {
        Words words = vocabulary.in(locale);
        String purpose =
                Purpose.parse(outcome.purpose())
                        .map(it -> telling.purpose(it, words))
                        .orElse(outcome.purpose());
        return new OutcomePage(
                outcome.caseId().toString(),
                program(outcome, words),
                List.of(
                        Row.code(words.t("access.ungranted.permit"), outcome.tracking().text()),
                        new Row(
                                words.t("inquiries.right.registry"),
                                telling.registry(outcome.registry(), words)),
                        new Row(words.t("inquiries.right.purpose"), purpose),
                        new Row(words.t("access.ungranted.why"), why(outcome, words)),
                        new Row(words.t("access.ungranted.at"), words.moment(outcome.at()))),
                "/work/rights/" + outcome.program(),
                still);
    }

    @PostMapping(HOME + "/{id}/grant")
    ModelAndView again(@PathVariable String id, CurrentOfficer administrator, Locale locale) {
        Outcome come = outcomes.tryAgain(find(id, administrator), administrator);
        return come.right() == null
                ? Reply.invalid("access/outcome", page(come, true, locale))
                : Reply.seeOther(right(come));
    }
}
