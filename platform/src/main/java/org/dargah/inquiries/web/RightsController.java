package org.dargah.inquiries.web;

import java.util.List;
import java.util.Locale;
import org.dargah.agencies.Agencies;
import org.dargah.exchange.AccessRight;
import org.dargah.exchange.Group;
import org.dargah.exchange.Rights;
import org.dargah.exchange.WholeBody;
import org.dargah.identity.Clients;
import org.dargah.identity.CurrentClient;
import org.dargah.identity.CurrentOfficer;
import org.dargah.inquiries.RightWords;
import org.dargah.kernel.RightId;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Pager;
import org.dargah.ui.Reply;
import org.dargah.ui.Tag;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What the programs of organisations may ask, and taking it back. */
@Controller
class RightsController {

    private static final String HOME = "/work/rights";
    private static final int PAGE = 50;

    private final Clients clients;
    private final Holders holders;
    private final Rights rights;
    private final RightWords telling;
    private final Agencies agencies;
    private final Vocabulary vocabulary;

    RightsController(
            Clients clients,
            Holders holders,
            Rights rights,
            RightWords telling,
            Agencies agencies,
            Vocabulary vocabulary) {
        this.clients = clients;
        this.holders = holders;
        this.rights = rights;
        this.telling = telling;
        this.agencies = agencies;
        this.vocabulary = vocabulary;
    }

    @GetMapping(HOME)
    ModelAndView list(@RequestParam(defaultValue = "") String after, Locale locale) {
        List<CurrentClient> rows = clients.page(after, PAGE + 1);
        List<CurrentClient> shown = rows.subList(0, Math.min(PAGE, rows.size()));
        return Reply.page(
                "inquiries/programs",
                new ProgramsPage(
                        shown.isEmpty() ? null : programs(shown, vocabulary.in(locale)),
                        new Pager(
                                after.isEmpty() ? null : HOME,
                                rows.size() > PAGE
                                        ? HOME + "?after=" + shown.getLast().id()
                                        : null)));
    }

    private DataTable programs(List<CurrentClient> shown, Words words) {
        return new DataTable(
                words.t("inquiries.rights.title"),
                List.of(
                        words.t("inquiries.rights.program"),
                        words.t("inquiries.usage.office"),
                        words.t("inquiries.rights.held")),
                shown.stream()
                        .map(
                                client ->
                                        List.of(
                                                Cell.link(
                                                        words.digits(client.title()),
                                                        HOME + "/" + client.id()),
                                                Cell.link(
                                                        agencies.title(
                                                                client.agency(), words.locale()),
                                                        HOME + "/" + WholeBody.of(client.agency())),
                                                Cell.text(
                                                        summary(
                                                                rights.usableBy(
                                                                        client.id(),
                                                                        client.agency()),
                                                                words))))
                        .toList());
    }

    /** The registries that a program may ask. */
    private String summary(List<AccessRight> held, Words words) {
        return held.isEmpty()
                ? words.t("inquiries.rights.none")
                : words.list(
                        held.stream()
                                .filter(right -> !telling.isOver(right))
                                .map(right -> telling.registry(right.registry(), words))
                                .distinct()
                                .toList());
    }

    @GetMapping(HOME + "/{client}")
    ModelAndView program(@PathVariable String client, Locale locale) {
        Words words = vocabulary.in(locale);
        Holders.Holder holder = holders.find(client, locale);
        return Reply.page(
                "inquiries/program",
                new ProgramPage(
                        holder.id(),
                        words.digits(holder.title()),
                        holders.office(holder, locale),
                        table(held(holder), words),
                        holder.mayAsk(),
                        Group.isCode(client) ? Holders.home(client) : null));
    }

    /** A program asks by the rights of its body and its groups, too. */
    private List<AccessRight> held(Holders.Holder holder) {
        return Group.isCode(holder.id()) || WholeBody.is(holder.id())
                ? rights.ofClient(holder.id())
                : rights.usableBy(holder.id(), holder.agency());
    }

    private @Nullable DataTable table(List<AccessRight> held, Words words) {
        return held.isEmpty()
                ? null
                : new DataTable(
                        words.t("inquiries.rights.held"),
                        List.of(
                                words.t("inquiries.right.registry"),
                                words.t("inquiries.right.purpose"),
                                words.t("inquiries.right.manner"),
                                words.t("inquiries.right.holder"),
                                words.t("inquiries.right.until"),
                                words.t("inquiries.right.state")),
                        held.stream().map(right -> row(right, words)).toList());
    }

    private List<Cell> row(AccessRight right, Words words) {
        Tag state = telling.state(right, words);
        return List.of(
                Cell.link(
                        telling.registry(right.registry(), words),
                        HOME + "/" + right.client() + "/" + right.id()),
                Cell.text(telling.conditions(right.purpose(), words)),
                Cell.text(telling.manner(right.manner(), words)),
                Cell.text(
                        right.isShared()
                                ? words.digits(holders.title(right.client(), words.locale()))
                                : words.t("inquiries.right.holder.own")),
                Cell.text(words.date(right.bounds().until())),
                Cell.tag(state.text(), state.tone()));
    }

    @GetMapping(HOME + "/{client}/{id}")
    ModelAndView right(@PathVariable String client, @PathVariable String id, Locale locale) {
        return Reply.page("inquiries/right", page(client, id, locale));
    }

    @GetMapping(HOME + "/{client}/{id}/revocation")
    ModelAndView confirm(@PathVariable String client, @PathVariable String id, Locale locale) {
        return Reply.page("inquiries/revocation", page(client, id, locale));
    }

    private RightPage page(String client, String id, Locale locale) {
        Words words = vocabulary.in(locale);
        AccessRight right = right(client, id);
        String title = words.digits(holders.title(client, locale));
        return new RightPage(
                title,
                telling.sentence(right, title, words),
                telling.state(right, words),
                telling.rows(right, words),
                HOME + "/" + client,
                HOME + "/" + client + "/" + id + "/revocation");
    }

    private AccessRight right(String client, String id) {
        return RightId.parse(id)
                .flatMap(rights::find)
                .filter(found -> found.client().equals(client))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Sent twice, it is taken back once; both end at the list. */
    @PostMapping(HOME + "/{client}/{id}/revocation")
    ModelAndView revoke(
            @PathVariable String client, @PathVariable String id, CurrentOfficer administrator) {
        RightId.parse(id)
                .flatMap(rights::find)
                .filter(right -> right.client().equals(client))
                .ifPresent(right -> rights.revoke(right.id(), GrantController.by(administrator)));
        return Reply.seeOther(HOME + "/" + client);
    }
}
