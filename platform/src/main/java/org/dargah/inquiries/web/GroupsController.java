package org.dargah.inquiries.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dargah.exchange.Group;
import org.dargah.exchange.Groups;
import org.dargah.exchange.Membership;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.PersianText;
import org.dargah.kernel.Tehran;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.Option;
import org.dargah.ui.Reply;
import org.dargah.ui.Tone;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Groups of programs that hold rights together: making one, joining and leaving. */
@Controller
class GroupsController {

    private static final String HOME = "/work/groups";
    private static final int SHORTEST = 3;
    private static final int LONGEST = 80;

    private final Groups groups;
    private final Holders holders;
    private final Vocabulary vocabulary;
    private final Clock clock;

    GroupsController(Groups groups, Holders holders, Vocabulary vocabulary, Clock clock) {
        this.groups = groups;
        this.holders = holders;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @GetMapping(HOME)
    ModelAndView list(Locale locale) {
        return Reply.page("inquiries/groups", page("", Errors.none(), vocabulary.in(locale)));
    }

    private GroupsPage page(String typed, Errors errors, Words words) {
        List<Group> all = groups.all();
        DataTable table =
                all.isEmpty()
                        ? null
                        : new DataTable(
                                words.t("inquiries.groups.title"),
                                List.of(
                                        words.t("inquiries.groups.name"),
                                        words.t("inquiries.groups.made")),
                                all.stream().map(GroupsController::row).toList());
        return new GroupsPage(table, typed, errors);
    }

    private static List<Cell> row(Group group) {
        return List.of(
                Cell.link(group.title(), HOME + "/" + group.code()), Cell.time(group.madeAt()));
    }

    @PostMapping(HOME)
    ModelAndView make(
            @RequestParam(defaultValue = "") String title,
            CurrentOfficer administrator,
            Locale locale) {
        Words words = vocabulary.in(locale);
        String typed = PersianText.normalise(title);
        if (typed.length() < SHORTEST || typed.length() > LONGEST) {
            return wrong(typed, "inquiries.groups.error.title", words);
        }
        return groups.make(typed, GrantController.by(administrator))
                .map(group -> Reply.seeOther(HOME + "/" + group.code()))
                .orElseGet(() -> wrong(typed, "inquiries.groups.error.taken", words));
    }

    private ModelAndView wrong(String typed, String fault, Words words) {
        return Reply.invalid(
                "inquiries/groups", page(typed, Errors.of("title", words.t(fault)), words));
    }

    @GetMapping(HOME + "/{code}")
    ModelAndView open(@PathVariable String code, Locale locale) {
        return Reply.page(
                "inquiries/group",
                page(group(code), Typed.fresh(Tehran.today(clock)), Errors.none(), locale));
    }

    private Group group(String code) {
        return groups.find(code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** As it was typed: whom, and day, month and year. */
    private record Typed(String client, List<String> from, String member, List<String> last) {

        static Typed fresh(LocalDate today) {
            JalaliDate date = JalaliDate.of(today);
            List<String> parts = List.of("" + date.day(), "" + date.month(), "" + date.year());
            return new Typed("", parts, "", parts);
        }

        Typed joining(String who, List<String> day) {
            return new Typed(who, day, member, last);
        }

        Typed leaving(String who, List<String> day) {
            return new Typed(client, from, who, day);
        }
    }

    private GroupPage page(Group group, Typed typed, Errors errors, Locale locale) {
        Words words = vocabulary.in(locale);
        List<Membership> members = groups.members(group.code());
        return new GroupPage(
                group.code(),
                words.digits(group.title()),
                members.isEmpty() ? null : table(members, words),
                members(words),
                typed.client(),
                typed.from(),
                members.stream()
                        .filter(it -> it.until() == null)
                        .map(it -> new Option(it.id().toString(), title(it.client(), words)))
                        .toList(),
                typed.member(),
                typed.last(),
                errors);
    }

    private DataTable table(List<Membership> members, Words words) {
        return new DataTable(
                words.t("inquiries.group.members"),
                List.of(
                        words.t("inquiries.rights.program"),
                        words.t("inquiries.group.from"),
                        words.t("inquiries.group.last"),
                        words.t("inquiries.right.state")),
                members.stream().map(member -> row(member, words)).toList());
    }

    private List<Cell> row(Membership member, Words words) {
        LocalDate today = Tehran.today(clock);
        LocalDate until = member.until();
        String state = member.holdsOn(today) ? "member" : member.isOver(today) ? "over" : "coming";
        return List.of(
                Cell.link(title(member.client(), words), "/work/rights/" + member.client()),
                Cell.text(words.date(member.from())),
                Cell.text(until == null ? words.t("inquiries.group.open") : words.date(until)),
                Cell.tag(
                        words.t("inquiries.group.state." + state),
                        member.holdsOn(today) ? Tone.OK : Tone.PLAIN));
    }

    private String title(String client, Words words) {
        return words.digits(holders.title(client, words.locale()));
    }

    private List<Option> members(Words words) {
        return holders.members(words.locale()).stream()
                .map(it -> new Option(it.id(), words.digits(it.title())))
                .toList();
    }

    @PostMapping(HOME + "/{code}/members")
    ModelAndView join(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String client,
            @RequestParam(name = "from.day", defaultValue = "") String day,
            @RequestParam(name = "from.month", defaultValue = "") String month,
            @RequestParam(name = "from.year", defaultValue = "") String year,
            CurrentOfficer administrator,
            Locale locale) {
        Group group = group(code);
        Words words = vocabulary.in(locale);
        Errors errors = Errors.none();
        if (holders.members(locale).stream().noneMatch(it -> it.id().equals(client))) {
            errors = errors.with("client", words.t("inquiries.group.error.client"));
        }
        Optional<LocalDate> from =
                date(day, month, year).filter(it -> !it.isBefore(Tehran.today(clock)));
        if (from.isEmpty()) {
            errors = errors.with("from", words.t("inquiries.group.error.from"));
        }
        if (errors.isEmpty()
                && !groups.join(
                        group, client, from.orElseThrow(), GrantController.by(administrator))) {
            errors = Errors.of("client", words.t("inquiries.group.error.member"));
        }
        Typed typed = Typed.fresh(Tehran.today(clock)).joining(client, List.of(day, month, year));
        return errors.isEmpty()
                ? Reply.seeOther(HOME + "/" + code)
                : Reply.invalid("inquiries/group", page(group, typed, errors, locale));
    }

    /** Yesterday as the last day means at once. */
    @PostMapping(HOME + "/{code}/leaving")
    ModelAndView leave(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String member,
            @RequestParam(name = "last.day", defaultValue = "") String day,
            @RequestParam(name = "last.month", defaultValue = "") String month,
            @RequestParam(name = "last.year", defaultValue = "") String year,
            CurrentOfficer administrator,
            Locale locale) {
        Group group = group(code);
        Words words = vocabulary.in(locale);
        Optional<Membership> membership =
                groups.members(code).stream()
                        .filter(it -> it.id().toString().equals(member) && it.until() == null)
                        .findFirst();
        Errors errors = Errors.none();
        if (membership.isEmpty()) {
            errors = errors.with("member", words.t("inquiries.group.error.leaving"));
        }
        Optional<LocalDate> last =
                date(day, month, year).filter(it -> !it.isBefore(Tehran.today(clock).minusDays(1)));
        if (last.isEmpty()) {
            errors = errors.with("last", words.t("inquiries.group.error.last"));
        }
        if (!errors.isEmpty()) {
            Typed typed =
                    Typed.fresh(Tehran.today(clock)).leaving(member, List.of(day, month, year));
            return Reply.invalid("inquiries/group", page(group, typed, errors, locale));
        }
        groups.leave(
                membership.orElseThrow(), last.orElseThrow(), GrantController.by(administrator));
        return Reply.seeOther(HOME + "/" + code);
    }

    private static Optional<LocalDate> date(String day, String month, String year) {
        return JalaliDate.parse(
                        PersianText.normalise(year),
                        PersianText.normalise(month),
                        PersianText.normalise(day))
                .map(JalaliDate::toLocalDate);
    }
}
