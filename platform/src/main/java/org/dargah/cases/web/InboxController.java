package org.dargah.cases.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dargah.cases.CaseFile;
import org.dargah.cases.Inbox;
import org.dargah.cases.Official;
import org.dargah.cases.Stage;
import org.dargah.cases.Task;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Service;
import org.dargah.identity.CurrentOfficer;
import org.dargah.identity.Role;
import org.dargah.kernel.ServiceCode;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.WorkingCalendar;
import org.dargah.ui.Cell;
import org.dargah.ui.DataTable;
import org.dargah.ui.Due;
import org.dargah.ui.Field;
import org.dargah.ui.Option;
import org.dargah.ui.Pager;
import org.dargah.ui.Reply;
import org.dargah.ui.View;
import org.dargah.ui.Vocabulary;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The officer's inbox: the open cases of his agency by their statutory deadline. */
@Controller
class InboxController {

    /** From this many working days on a deadline is near. */
    private static final int NEAR = 2;

    private final Inbox inbox;
    private final Catalog catalog;
    private final WorkingCalendar calendar;
    private final CaseTimeline timeline;
    private final Vocabulary vocabulary;
    private final Clock clock;

    InboxController(
            Inbox inbox,
            Catalog catalog,
            WorkingCalendar calendar,
            CaseTimeline timeline,
            Vocabulary vocabulary,
            Clock clock) {
        this.inbox = inbox;
        this.catalog = catalog;
        this.calendar = calendar;
        this.timeline = timeline;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @GetMapping("/work")
    ModelAndView inbox(
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String after,
            CurrentOfficer officer,
            Locale locale) {
        Words words = vocabulary.in(locale);
        Official official = Official.of(officer);
        Map<Inbox.View, Integer> counts = inbox.counts(official);
        Inbox.View chosen = viewOf(view, counts, officer);
        var filter = new Inbox.Filter(chosen, q, serviceOf(service, officer));
        Inbox.Page page = inbox.page(official, filter, afterOf(after));
        List<List<Cell>> rows =
                page.lines().stream().map(line -> row(line, chosen, words)).toList();
        return Reply.page(
                "cases/inbox",
                new InboxPage(
                        words.t(chosen.key()),
                        timeline.agency(officer.agency(), words),
                        views(counts, chosen, words),
                        filters(chosen, q, service, officer, words),
                        rows.isEmpty()
                                ? null
                                : new DataTable(
                                        words.t("cases.inbox.caption"),
                                        columns(chosen, words),
                                        rows),
                        pager(page, chosen, q, service, after)));
    }

    /** Whoever names no view finds what is theirs to do: visits, or what others wait for. */
    private static Inbox.View viewOf(
            String name, Map<Inbox.View, Integer> counts, CurrentOfficer officer) {
        return Arrays.stream(Inbox.View.values())
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseGet(() -> own(counts, officer));
    }

    private static Inbox.View own(Map<Inbox.View, Integer> counts, CurrentOfficer officer) {
        if (officer.is(Role.INSPECTOR) && !officer.is(Role.OFFICER)) {
            return Inbox.View.INSPECTIONS;
        }
        boolean elsewhere =
                Objects.equals(counts.get(Inbox.View.ALL), 0)
                        && !Objects.equals(counts.get(Inbox.View.OPINIONS), 0);
        return elsewhere ? Inbox.View.OPINIONS : Inbox.View.ALL;
    }

    private @Nullable ServiceCode serviceOf(String code, CurrentOfficer officer) {
        return catalog.all().stream()
                .filter(known -> known.agency().equals(officer.agency()))
                .map(known -> known.code())
                .filter(known -> known.value().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static Inbox.@Nullable After afterOf(String text) {
        int cut = text.indexOf('_');
        if (cut < 0) {
            return null;
        }
        try {
            return new Inbox.After(
                    LocalDate.parse(text.substring(0, cut)),
                    UUID.fromString(text.substring(cut + 1)));
        } catch (java.time.DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Views of tasks that this body never has would only be in the way. */
    private static List<View> views(
            Map<Inbox.View, Integer> counts, Inbox.View chosen, Words words) {
        return Arrays.stream(Inbox.View.values())
                .filter(
                        view ->
                                view.kind() == null
                                        || view == chosen
                                        || !Objects.equals(counts.get(view), 0))
                .map(
                        view ->
                                new View(
                                        words.t(view.key()),
                                        "/work?view=" + view.name(),
                                        Objects.requireNonNull(counts.get(view)),
                                        view == chosen))
                .toList();
    }

    private List<Field> filters(
            Inbox.View chosen, String q, String service, CurrentOfficer officer, Words words) {
        var services = new ArrayList<Option>();
        services.add(new Option("", words.t("cases.inbox.all-services")));
        catalog.all().stream()
                .filter(known -> known.agency().equals(officer.agency()))
                .map(known -> new Option(known.code().value(), AnswerTexts.title(known, words)))
                .forEach(services::add);
        return List.of(
                Field.text("q", words.t("cases.inbox.search")).type("search").value(q),
                Field.select("service", words.t("cases.service"), services).value(service),
                Field.select(
                                "view",
                                words.t("cases.stage"),
                                Arrays.stream(Inbox.View.values())
                                        .map(view -> new Option(view.name(), words.t(view.key())))
                                        .toList())
                        .value(chosen.name()));
    }

    private static List<String> columns(Inbox.View view, Words words) {
        return List.of(
                words.t("cases.tracking"),
                words.t("cases.due"),
                words.t(view == Inbox.View.OPINIONS ? "cases.opinion.asking" : "cases.applicant"),
                words.t("cases.service"),
                words.t(view.kind() == null ? "cases.stage" : "cases.task"));
    }

    private List<Cell> row(Inbox.Line line, Inbox.View view, Words words) {
        CaseFile file = line.file();
        Task task = line.task();
        Service service = catalog.version(file.version()).orElseThrow();
        return List.of(
                Cell.code(file.tracking().text(), address(file, task)),
                Cell.due(due(file, line.dueOn(), words)),
                Cell.text(
                        view == Inbox.View.OPINIONS
                                ? timeline.agency(file.agency(), words)
                                : file.applicant()),
                Cell.text(AnswerTexts.title(service, words)),
                task == null
                        ? Cell.tag(words.t(file.stage().key()), StageTones.of(file.stage()))
                        : Cell.text(TaskTexts.title(task, service, words)));
    }

    private static String address(CaseFile file, @Nullable Task task) {
        String of = "/work/cases/" + file.tracking().text();
        return task == null
                ? of
                : switch (task.kind()) {
                    case INSPECTION -> "/work/inspections/" + task.id();
                    case OPINION -> "/work/opinions/" + task.id();
                    case OFFICER_DECISION,
                            SUPERVISOR_SIGNATURE,
                            ASK_APPLICANT,
                            PAYMENT,
                            INQUIRY,
                            DECIDE,
                            ISSUE,
                            NOTIFY,
                            WAIT ->
                            of;
                };
    }

    Due due(CaseFile file, Words words) {
        return due(file, Objects.requireNonNull(file.dueOn()), words);
    }

    Due due(CaseFile file, LocalDate due, Words words) {
        if (file.stage() == Stage.AWAITING_APPLICANT) {
            return new Due(words.t("cases.due.stands"), due, Due.Urgency.CALM);
        }
        int left = calendar.workingDaysBetween(Tehran.today(clock), due);
        if (left < 0) {
            return new Due(words.t("cases.due.late", -left), due, Due.Urgency.LATE);
        }
        String text = left == 0 ? words.t("cases.due.today") : words.t("cases.due.left", left);
        return new Due(text, due, left <= NEAR ? Due.Urgency.SOON : Due.Urgency.CALM);
    }

    private static Pager pager(
            Inbox.Page page, Inbox.View view, String q, String service, String after) {
        UriComponentsBuilder base =
                UriComponentsBuilder.fromPath("/work")
                        .queryParam("view", view.name())
                        .queryParam("q", q)
                        .queryParam("service", service);
        String first = after.isEmpty() ? null : base.cloneBuilder().encode().build().toUriString();
        String next =
                Optional.ofNullable(page.next())
                        .map(
                                last ->
                                        base.cloneBuilder()
                                                .queryParam("after", last.dueOn() + "_" + last.id())
                                                .encode()
                                                .build()
                                                .toUriString())
                        .orElse(null);
        return new Pager(first, next);
    }
}
