package org.dargah.inquiries.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dargah.acts.Entry;
import org.dargah.agencies.Agencies;
import org.dargah.agencies.Agency;
import org.dargah.exchange.Hiding;
import org.dargah.exchange.Hidings;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.Channel;
import org.dargah.kernel.HidingId;
import org.dargah.kernel.Purpose;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Errors;
import org.dargah.ui.Field;
import org.dargah.ui.Option;
import org.dargah.ui.Reply;
import org.dargah.ui.Row;
import org.dargah.ui.Tag;
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

/** The data-protection officer enters orders of law that hide questions, and ends them. */
@Controller
class HidingsController {

    private static final String HOME = "/work/hidings";
    private static final int MOST = 200;

    private final Hidings hidings;
    private final Agencies agencies;
    private final Vocabulary vocabulary;
    private final Clock clock;

    HidingsController(Hidings hidings, Agencies agencies, Vocabulary vocabulary, Clock clock) {
        this.hidings = hidings;
        this.agencies = agencies;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @GetMapping(HOME)
    ModelAndView list(Locale locale) {
        Words words = vocabulary.in(locale);
        List<Hiding> found = hidings.latest(MOST);
        return Reply.page(
                "inquiries/hidings", new HidingsPage(found.isEmpty() ? null : table(found, words)));
    }

    private DataTable table(List<Hiding> found, Words words) {
        return new DataTable(
                words.t("inquiries.hidings.caption"),
                List.of(
                        words.t("inquiries.hiding.number"),
                        words.t("inquiries.hiding.agency"),
                        words.t("inquiries.hiding.from"),
                        words.t("inquiries.hiding.end"),
                        words.t("inquiries.hiding.state")),
                found.stream().map(it -> row(it, words)).toList());
    }

    private List<Cell> row(Hiding hiding, Words words) {
        return List.of(
                Cell.link(words.digits(hiding.orderNumber()), HOME + "/" + hiding.id()),
                Cell.text(agencies.title(hiding.agency(), words.locale())),
                Cell.time(hiding.at()),
                Cell.time(hiding.end()),
                new Cell.Status(state(hiding, words)));
    }

    private Tag state(Hiding hiding, Words words) {
        if (hiding.isInForce(clock.instant())) {
            return new Tag(words.t("inquiries.hiding.in-force"), Tone.WARN);
        }
        return new Tag(
                words.t(
                        hiding.liftedAt() == null
                                ? "inquiries.hiding.expired"
                                : "inquiries.hiding.lifted"),
                Tone.OK);
    }

    @GetMapping(HOME + "/new")
    ModelAndView form(Locale locale) {
        return Reply.page(
                "inquiries/hide", page(hidings.next(), TypedHiding.NOTHING, Errors.none(), locale));
    }

    private HidePage page(HidingId id, TypedHiding typed, Errors errors, Locale locale) {
        Words words = vocabulary.in(locale);
        return new HidePage(
                id.toString(),
                List.of(
                        Field.digits("nationalId", words.t("inquiries.hiding.person"))
                                .hint(words.t("inquiries.hiding.person.hint"))
                                .width(10)
                                .value(typed.nationalId())
                                .error(errors),
                        Field.select("agency", words.t("inquiries.hiding.agency"), bodies(words))
                                .hint(words.t("inquiries.hiding.agency.hint"))
                                .value(typed.agency())
                                .error(errors),
                        Field.text("number", words.t("inquiries.hiding.number"))
                                .width(20)
                                .value(typed.number())
                                .error(errors),
                        Field.text("basis", words.t("inquiries.hiding.basis"))
                                .value(typed.basis())
                                .error(errors),
                        Field.radios(
                                        "days",
                                        words.t("inquiries.hiding.days"),
                                        TypedHiding.DAYS.stream()
                                                .map(it -> days(it, words))
                                                .toList())
                                .value(typed.days())
                                .error(errors)),
                errors);
    }

    private static Option days(String days, Words words) {
        return new Option(days, words.t("inquiries.hiding.days.option", Integer.valueOf(days)));
    }

    private List<Option> bodies(Words words) {
        var options = new ArrayList<Option>();
        options.add(new Option("", words.t("inquiries.hiding.agency.choose")));
        agencies.all().stream()
                .map(Agency::code)
                .map(it -> new Option(it.value(), agencies.title(it, words.locale())))
                .forEach(options::add);
        return options;
    }

    @PostMapping(HOME)
    ModelAndView order(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String nationalId,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam(defaultValue = "") String days,
            CurrentOfficer officer,
            Locale locale) {
        HidingId order = HidingId.parse(id).orElseGet(hidings::next);
        TypedHiding typed = TypedHiding.of(nationalId, agency, number, basis, days);
        boolean known = agencies.all().stream().anyMatch(it -> it.code().value().equals(agency));
        Errors errors = typed.errors(known, vocabulary.in(locale));
        if (!errors.isEmpty()) {
            return Reply.invalid("inquiries/hide", page(order, typed, errors, locale));
        }
        Hiding hiding =
                hidings.order(
                        order,
                        new Hidings.Order(
                                typed.person().orElseThrow(),
                                new AgencyCode(agency),
                                typed.number(),
                                typed.basis(),
                                typed.time(),
                                officer.title()),
                        by(officer));
        return Reply.seeOther(HOME + "/" + hiding.id());
    }

    private static Entry by(CurrentOfficer officer) {
        return Entry.by(
                        officer.province(),
                        officer.actor(),
                        Channel.PORTAL,
                        new Purpose("data-protection"))
                .at(officer.agency());
    }

    @GetMapping(HOME + "/{id}")
    ModelAndView open(@PathVariable String id, Locale locale) {
        Words words = vocabulary.in(locale);
        Hiding hiding = hiding(id);
        return Reply.page(
                "inquiries/hiding",
                new HidingPage(
                        state(hiding, words),
                        List.of(
                                new Row(
                                        words.t("inquiries.hiding.number"),
                                        words.prose(hiding.orderNumber())),
                                new Row(
                                        words.t("inquiries.hiding.agency"),
                                        agencies.title(hiding.agency(), locale)),
                                new Row(
                                        words.t("inquiries.hiding.basis"),
                                        words.prose(hiding.basis())),
                                new Row(words.t("inquiries.hiding.by"), words.digits(hiding.by())),
                                new Row(
                                        words.t("inquiries.hiding.from"),
                                        words.moment(hiding.at())),
                                new Row(
                                        words.t("inquiries.hiding.end"),
                                        words.moment(hiding.end()))),
                        hiding.isInForce(clock.instant()) ? HOME + "/" + id + "/lift" : ""));
    }

    private Hiding hiding(String id) {
        return HidingId.parse(id)
                .flatMap(hidings::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Pressed twice, it is ended once. */
    @PostMapping(HOME + "/{id}/lift")
    ModelAndView lift(@PathVariable String id, CurrentOfficer officer) {
        hidings.lift(hiding(id).id(), by(officer));
        return Reply.seeOther(HOME + "/" + id);
    }
}
