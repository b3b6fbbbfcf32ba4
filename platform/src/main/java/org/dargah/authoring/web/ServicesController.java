package org.dargah.authoring.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.dargah.agencies.Agencies;
import org.dargah.authoring.Access;
import org.dargah.authoring.Draft;
import org.dargah.authoring.DraftState;
import org.dargah.authoring.Drafts;
import org.dargah.catalog.Change;
import org.dargah.catalog.Publishing;
import org.dargah.identity.CurrentOfficer;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Pager;
import org.dargah.ui.Reply;
import org.dargah.ui.Tone;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
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
            CurrentOfficer officer,
            Locale locale) {
        Words words = vocabulary.in(locale);
        int now = Math.clamp(page, 1, 10_000);
        List<Draft> found = drafts.all(officer, states(ended), (now - 1) * A_PAGE, A_PAGE + 1);
        List<Draft> shown = found.stream().limit(A_PAGE).toList();
        return Reply.page(
                "authoring/services",
                new ServicesPage(
                        agencies.title(officer.agency(), locale),
                        shown.isEmpty() ? null : draftTable(shown, words),
                        now > 1 ? null : serviceTable(officer, words),
                        pager(now, ended, found.size() > A_PAGE),
                        access.mayWrite(officer, officer.agency()),
                        ended));
    }

    private static EnumSet<DraftState> states(boolean ended) {
        EnumSet<DraftState> over = EnumSet.of(DraftState.PUBLISHED, DraftState.DISCARDED);
        return ended ? over : EnumSet.complementOf(over);
    }

    private static Pager pager(int page, boolean ended, boolean more) {
        String here = HOME + "?ended=" + ended + "&page=";
        return new Pager(page > 1 ? here + 1 : null, more ? here + (page + 1) : null);
    }

    private DataTable draftTable(List<Draft> shown, Words words) {
        return new DataTable(
                words.t("authoring.drafts.caption"),
                List.of(
                        words.t("authoring.draft.service"),
                        words.t("authoring.draft.code"),
                        words.t("authoring.draft.state"),
                        words.t("authoring.draft.changed")),
                shown.stream().map(draft -> row(draft, words)).toList());
    }

    private List<Cell> row(Draft draft, Words words) {
        return List.of(
                Cell.link(words.pick(draft.title().fa(), draft.title().en()), DraftWords.at(draft)),
                Cell.code(draft.code().value(), null),
                new Cell.Status(telling.state(draft, words)),
                Cell.time(draft.changedAt()));
    }

    private @Nullable DataTable serviceTable(CurrentOfficer officer, Words words) {
        var rows = new ArrayList<List<Cell>>();
        for (var agency : access.agencies(officer)) {
            if (access.maySee(officer, agency)) {
                publishing.offered(agency).forEach(offered -> rows.add(row(offered, words)));
            }
        }
        return rows.isEmpty()
                ? null
                : new DataTable(
                        words.t("authoring.services.caption"),
                        List.of(
                                words.t("authoring.draft.service"),
                                words.t("authoring.version"),
                                words.t("authoring.draft.state"),
                                words.t("authoring.by"),
                                words.t("authoring.at")),
                        rows);
    }

    private List<Cell> row(Publishing.Offered offered, Words words) {
        var service = offered.service();
        List<Change> last = publishing.changes(service.code(), 0, 1);
        return List.of(
                Cell.link(
                        words.pick(service.title().fa(), service.title().en()),
                        HOME + "/" + service.code() + "/versions"),
                Cell.figure(words.number(service.number())),
                offered(offered, words),
                Cell.text(last.isEmpty() ? "" : telling.by(last.getFirst(), words)),
                Cell.time(last.isEmpty() ? service.publishedAt() : last.getFirst().at()));
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
