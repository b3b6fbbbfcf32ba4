package org.dargah.authoring.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dargah.agencies.Agencies;
import org.dargah.authoring.Access;
import org.dargah.authoring.Draft;
import org.dargah.authoring.DraftId;
import org.dargah.authoring.DraftState;
import org.dargah.authoring.Drafts;
import org.dargah.catalog.Publishing;
import org.dargah.catalog.Publishing.Listed;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.AgencyCode;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Pager;
import org.dargah.ui.Reply;
import org.dargah.ui.Tone;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an agency offers, and the drafts that are on their way. */
@Controller
class ServicesController {

    static final String HOME = "/work/services";
    private static final int A_PAGE = 20;

    private final Drafts drafts;
    private final Publishing publishing;
    private final Access access;
    private final Agencies agencies;
    private final DraftWords telling;
    private final Vocabulary vocabulary;

    ServicesController(
            Drafts drafts,
            Publishing publishing,
            Access access,
            Agencies agencies,
            DraftWords telling,
            Vocabulary vocabulary) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.access = access;
        this.agencies = agencies;
        this.telling = telling;
        this.vocabulary = vocabulary;
    }

    @GetMapping(HOME)
    ModelAndView list(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int list,
            CurrentOfficer officer,
            Locale locale) {
        Words words = vocabulary.in(locale);
        int now = Math.clamp(page, 1, 10_000);
        var wanted = new ServiceList(q, state, sort, list);
        List<Draft> found = drafts.all(officer, states(ended), (now - 1) * A_PAGE, A_PAGE + 1);
        List<Draft> shown = found.stream().limit(A_PAGE).toList();
        List<Listed> all = publishing.listed(seen(officer));
        List<Listed> fitting = wanted.of(all, words);
        return Reply.page(
                "authoring/services",
                new ServicesPage(
                        agencies.title(officer.agency(), locale),
                        !wanted.isSearch(),
                        shown.isEmpty() ? null : draftTable(shown, words),
                        pager(now, ended, found.size() > A_PAGE),
                        now == 1 && !all.isEmpty(),
                        wanted.filters(words),
                        fitting.isEmpty() ? null : wanted.table(fitting, telling, words),
                        wanted.pager(fitting.size()),
                        access.mayWrite(officer, officer.agency()),
                        ended));
    }

    private List<AgencyCode> seen(CurrentOfficer officer) {
        return access.agencies(officer).stream()
                .filter(agency -> access.maySee(officer, agency))
                .toList();
    }

    private static EnumSet<DraftState> states(boolean ended) {
        EnumSet<DraftState> over = EnumSet.of(DraftState.PUBLISHED, DraftState.DISCARDED);
        return ended ? over : EnumSet.complementOf(over);
    }

    private static Pager pager(int page, boolean ended, boolean more) {
        String here = HOME + "?ended=" + ended + "&page=";
        return new Pager(page > 1 ? here + 1 : null, more ? here + (page + 1) : null);
    }

    /** Of one service there may be several: who writes tells them apart. */
    private DataTable draftTable(List<Draft> shown, Words words) {
        Map<DraftId, String> authors = drafts.authors(shown);
        return new DataTable(
                words.t("authoring.drafts.caption"),
                List.of(
                        words.t("authoring.draft.service"),
                        words.t("authoring.draft.code"),
                        words.t("authoring.draft.authors"),
                        words.t("authoring.draft.state"),
                        words.t("authoring.draft.changed")),
                shown.stream()
                        .map(draft -> row(draft, authors.getOrDefault(draft.id(), ""), words))
                        .toList());
    }

    private List<Cell> row(Draft draft, String authors, Words words) {
        return List.of(
                Cell.link(words.pick(draft.title().fa(), draft.title().en()), DraftWords.at(draft)),
                Cell.code(draft.code().value(), null),
                Cell.text(authors),
                new Cell.Status(telling.state(draft, words)),
                Cell.time(draft.changedAt()));
    }

    static Cell offered(Publishing.Offered offered, Words words) {
        if (offered.current()) {
            return Cell.tag(words.t("authoring.offered"), Tone.OK);
        }
        return offered.retired()
                ? Cell.tag(words.t("authoring.retired"), Tone.WARN)
                : Cell.tag(words.t("authoring.withdrawn"), Tone.WARN);
    }
}
