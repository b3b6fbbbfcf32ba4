package org.dargah.catalog.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dargah.agencies.Agencies;
import org.dargah.agencies.Agency;
import org.dargah.catalog.IdentityCard;
import org.dargah.catalog.Service;
import org.dargah.catalog.Terms;
import org.dargah.kernel.Channel;
import org.dargah.ui.Row;
import org.dargah.ui.Words;
import org.springframework.stereotype.Component;

/**
 * Says the registered facts of a service («شناسنامهٔ خدمت») one a row; an unknown one not at all.
 */
@Component
class CardTexts {

    private static final long MINUTES = 60;

    private final Agencies agencies;

    CardTexts(Agencies agencies) {
        this.agencies = agencies;
    }

    List<Row> rows(Service service, Words words) {
        IdentityCard card = service.card();
        var rows = new ArrayList<Row>();
        rows.add(Row.code(name("code", words), service.agency() + "/" + service.code()));
        rows.add(row("agency", agencies.title(service.agency(), words.locale()), words));
        agencies.find(service.agency())
                .map(Agency::parent)
                .ifPresent(
                        parent ->
                                rows.add(
                                        row(
                                                "parent",
                                                agencies.title(parent, words.locale()),
                                                words)));
        rows.add(
                row(
                        "audience",
                        chosen("audience", card.audiences().stream().sorted().toList(), words),
                        words));
        card.nature().ifPresent(nature -> rows.add(word("nature", nature, words)));
        card.level().ifPresent(level -> rows.add(word("level", level, words)));
        rows.add(row("lifeEvent", words.t("catalog.event." + service.lifeEvent().slug()), words));
        card.businessEvent().ifPresent(event -> rows.add(word("businessEvent", event, words)));
        card.trigger().ifPresent(trigger -> rows.add(word("trigger", trigger, words)));
        if (card.yearlyVolume().isPresent()) {
            rows.add(row("yearlyVolume", words.number(card.yearlyVolume().getAsInt()), words));
        }
        card.meanTime().ifPresent(mean -> rows.add(row("meanTime", duration(mean, words), words)));
        rows.addAll(terms(service.terms(), words));
        rows.add(row("visits", visits(card, words), words));
        rows.add(row("cost", ServiceTexts.cost(service, words).value(), words));
        rows.add(row("channels", words.list(ways(service, words)), words));
        rows.add(row("legalBasis", card.legalBasis().in(words.locale()), words));
        return rows;
    }

    private List<Row> terms(Terms terms, Words words) {
        var rows = new ArrayList<Row>();
        rows.add(row("workingDays", words.t("catalog.working-days", terms.workingDays()), words));
        rows.add(
                terms.extension()
                        .map(extension -> extension(extension, words))
                        .orElseGet(
                                () ->
                                        row(
                                                "extension",
                                                words.t("catalog.card.extension.none"),
                                                words)));
        Terms.Silence silence = terms.silence();
        Row meaning = silence(silence, words);
        rows.add(
                silence.legalBasis()
                        .map(law -> meaning.from(law.in(words.locale())))
                        .orElse(meaning));
        return rows;
    }

    private Row silence(Terms.Silence silence, Words words) {
        return silence.body()
                .map(body -> agencies.title(body, words.locale()))
                .map(body -> row("silence", words.t("catalog.card.silence.body", body), words))
                .orElseGet(() -> word("silence", silence.meaning(), words));
    }

    private static Row extension(Terms.Extension extension, Words words) {
        List<String> reasons =
                extension.reasons().stream()
                        .map(reason -> reason.text().in(words.locale()))
                        .toList();
        return row(
                        "extension",
                        words.t(
                                        "catalog.card.extension.once",
                                        words.t("catalog.working-days", extension.workingDays()))
                                + " "
                                + String.join(" ", reasons),
                        words)
                .from(extension.legalBasis().in(words.locale()));
    }

    private static String visits(IdentityCard card, Words words) {
        String now =
                card.visits() == 0
                        ? words.t("catalog.visit.none")
                        : words.t("catalog.visit.times", card.visits());
        return card.visitsBefore().isPresent()
                ? words.t(
                        "catalog.card.visits.both",
                        words.t("catalog.visit.times", card.visitsBefore().getAsInt()),
                        now)
                : now;
    }

    private static List<String> ways(Service service, Words words) {
        return List.of(Channel.PORTAL, Channel.COUNTER, Channel.API).stream()
                .filter(service.channels()::contains)
                .map(channel -> words.t("catalog.way." + IdentityCard.slug(channel)))
                .toList();
    }

    private static String duration(Duration mean, Words words) {
        if (mean.toDays() > 0) {
            return words.t("catalog.working-days", mean.toDays());
        }
        var parts = new ArrayList<String>();
        if (mean.toHours() > 0) {
            parts.add(words.t("catalog.hours", mean.toHours()));
        }
        if (mean.toMinutes() % MINUTES > 0) {
            parts.add(words.t("catalog.minutes", mean.toMinutes() % MINUTES));
        }
        return String.join(words.t("catalog.and"), parts);
    }

    private static Row word(String fact, Enum<?> word, Words words) {
        return row(fact, chosen(fact, List.of(word), words), words);
    }

    private static String chosen(String fact, List<? extends Enum<?>> chosen, Words words) {
        return words.list(
                chosen.stream()
                        .map(
                                word ->
                                        words.t(
                                                "catalog.card."
                                                        + fact
                                                        + "."
                                                        + IdentityCard.slug(word)))
                        .toList());
    }

    private static Row row(String fact, String value, Words words) {
        return new Row(name(fact, words), value);
    }

    private static String name(String fact, Words words) {
        return words.t("catalog.card." + fact);
    }
}
