package org.dargah.catalog.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dargah.agencies.Agencies;
import org.dargah.catalog.Catalog;
import org.dargah.catalog.Eligibility;
import org.dargah.catalog.Fees;
import org.dargah.catalog.LaterFee;
import org.dargah.catalog.Service;
import org.dargah.catalog.Text;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Tehran;
import org.dargah.kernel.WorkingCalendar;
import org.dargah.ui.Cell;
import org.dargah.ui.Condition;
import org.dargah.ui.DataTable;
import org.dargah.ui.Fact;
import org.dargah.ui.Item;
import org.dargah.ui.Link;
import org.dargah.ui.Way;
import org.dargah.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says a service in the words of its reader. Every number comes from the pack or the calendar. */
@Component
class ServiceTexts {

    private final Agencies agencies;
    private final CardTexts card;
    private final Eligibility eligibility;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ServiceTexts(
            Agencies agencies,
            CardTexts card,
            Eligibility eligibility,
            WorkingCalendar calendar,
            Clock clock) {
        this.agencies = agencies;
        this.card = card;
        this.eligibility = eligibility;
        this.calendar = calendar;
        this.clock = clock;
    }

    ServicePage page(Service service, Words words) {
        return page(
                service,
                service.isForPeople()
                        ? new Link(
                                words.t("catalog.service.start"),
                                "/apply/" + service.agency() + "/" + service.code())
                        : null,
                eligibility.questions(service).isEmpty() ? null : service.path() + "/eligible",
                "",
                words);
    }

    /** As people will see it; what is not there yet leads nowhere. */
    ServicePage draft(Service service, String home, Instant until, Words words) {
        return page(
                service,
                new Link(words.t("catalog.preview.form"), home),
                null,
                words.moment(until),
                words);
    }

    private ServicePage page(
            Service service,
            @Nullable Link start,
            @Nullable String eligible,
            String preview,
            Words words) {
        Locale locale = words.locale();
        return new ServicePage(
                service.title().in(locale),
                agencies.title(service.agency(), locale),
                service.summary().in(locale),
                crumbs(service, words),
                List.of(
                        cost(service, words),
                        time(service, words),
                        valid(service, words),
                        visits(service, words)),
                start,
                service.gives().in(locale),
                eligible,
                conditions(service, locale),
                service.asks().stream()
                        .map(ask -> new Item(ask.from().in(locale), ask.about().in(locale)))
                        .toList(),
                service.notNeeded().stream().map(paper -> new Item(paper.in(locale), "")).toList(),
                service.fees().note().in(locale),
                fees(service, words),
                timeInFull(service, words),
                service.card().legalBasis().in(locale),
                card.rows(service, words),
                words.t(
                        "catalog.service.version",
                        service.number(),
                        Tehran.dateOf(service.publishedAt())),
                service.sample(),
                ways(service, words),
                preview);
    }

    RetiredPage page(Catalog.Retired retired, Words words) {
        Service last = retired.last();
        return new RetiredPage(
                words.pick(last.title().fa(), last.title().en()),
                agencies.title(last.agency(), words.locale()),
                Tehran.dateOf(retired.at()));
    }

    private static List<Link> crumbs(Service service, Words words) {
        String event = service.lifeEvent().slug();
        return List.of(
                new Link(words.t("ui.home"), "/"),
                new Link(words.t("catalog.event." + event), "/services#" + event));
    }

    static Fact cost(Service service, Words words) {
        String value =
                service.fees().areNone()
                        ? words.t("catalog.free")
                        : service.fees()
                                .total()
                                .map(words::money)
                                .orElseGet(() -> words.t("catalog.fee.depends"));
        return new Fact(words.t("catalog.fact.cost"), value, when(service, words));
    }

    /** At once, or part of it later. */
    private static String when(Service service, Words words) {
        if (!service.laterFees().isEmpty()) {
            return words.t("catalog.fee.in-parts");
        }
        return service.fees().areNone() ? "" : words.t("catalog.fee.when");
    }

    static Fact time(Service service, Words words) {
        String days = words.t("catalog.working-days", service.workingDays());
        return service.decidesItself()
                ? new Fact(
                        words.t("catalog.fact.answer"),
                        words.t("catalog.seconds"),
                        words.t("catalog.by-law", days))
                : new Fact(words.t("catalog.fact.time"), days, words.t("catalog.from-submission"));
    }

    private static Fact valid(Service service, Words words) {
        return new Fact(
                words.t("catalog.fact.validity"),
                until(service, words)
                        .orElseGet(() -> period(service.terms().validity().orElse(null), words)),
                "");
    }

    /** Until the day that one names in the application. */
    private static Optional<String> until(Service service, Words words) {
        return service.outputs().stream()
                .flatMap(output -> Optional.ofNullable(output.until()).stream())
                .findFirst()
                .flatMap(question -> service.form().field(question))
                .map(field -> words.t("catalog.until", field.shortLabel().in(words.locale())));
    }

    private static String period(@Nullable Period period, Words words) {
        if (period == null) {
            return words.t("catalog.for-ever");
        }
        var parts = new ArrayList<String>();
        for (ChronoUnit unit : List.of(ChronoUnit.YEARS, ChronoUnit.MONTHS, ChronoUnit.DAYS)) {
            if (period.get(unit) > 0) {
                String key = "catalog." + unit.name().toLowerCase(Locale.ROOT);
                parts.add(words.t(key, period.get(unit)));
            }
        }
        return String.join(words.t("catalog.and"), parts);
    }

    private static Fact visits(Service service, Words words) {
        return service.card().visits() == 0
                ? new Fact(
                        words.t("catalog.fact.visit"),
                        words.t("catalog.visit.none"),
                        words.t("catalog.visit.none.papers"))
                : new Fact(
                        words.t("catalog.fact.visit"),
                        words.t("catalog.visit.times", service.card().visits()),
                        "");
    }

    private static List<Condition> conditions(Service service, Locale locale) {
        return service.conditions().stream()
                .map(c -> new Condition(c.number(), c.text().in(locale), c.hint().in(locale)))
                .toList();
    }

    private static @Nullable DataTable fees(Service service, Words words) {
        Fees fees = service.fees();
        if (fees.areNone() && service.laterFees().isEmpty()) {
            return null;
        }
        var rows = new ArrayList<List<Cell>>();
        for (Fees.Line line : fees.lines()) {
            rows.add(row(line.text(), line, words));
        }
        for (LaterFee later : service.laterFees()) {
            rows.add(
                    List.of(
                            Cell.text(later.title().in(words.locale())),
                            Cell.figure(words.t("catalog.fee.later"))));
        }
        Optional.of(fees)
                .filter(now -> service.laterFees().isEmpty())
                .flatMap(Fees::total)
                .ifPresent(
                        sum ->
                                rows.add(
                                        List.of(
                                                Cell.text(words.t("catalog.fee.sum")),
                                                Cell.figure(words.number(sum.amount())))));
        return new DataTable(
                words.t("catalog.fee.caption"),
                List.of(words.t("catalog.fee.what"), words.t("catalog.fee.amount")),
                rows);
    }

    private static List<Cell> row(Text text, Fees.Line line, Words words) {
        String amount =
                line.amount()
                        .map(rial -> words.number(rial.amount()))
                        .orElseGet(() -> words.t("catalog.fee.depends"));
        return List.of(Cell.text(text.in(words.locale())), Cell.figure(amount));
    }

    private List<String> timeInFull(Service service, Words words) {
        LocalDate today = Tehran.today(clock);
        LocalDate due = calendar.plusWorkingDays(today, service.workingDays());
        String days = words.t("catalog.working-days", service.workingDays());
        return service.decidesItself()
                ? List.of(words.t("catalog.time.at-once", days))
                : List.of(
                        words.t("catalog.time.officer", days),
                        words.t("catalog.time.due", words.longDate(due)));
    }

    private static List<Way> ways(Service service, Words words) {
        var ways = new ArrayList<Way>();
        for (Channel channel : List.of(Channel.PORTAL, Channel.COUNTER, Channel.API)) {
            if (service.channels().contains(channel)) {
                String key = "catalog.way." + channel.name().toLowerCase(Locale.ROOT);
                ways.add(
                        new Way(
                                words.t(key),
                                words.t(key + ".text", service.terms().onlineMinutes()),
                                null));
            }
        }
        return ways;
    }
}
